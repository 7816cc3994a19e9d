/** Who recommends the applicant, where the plan asks for it (V-SELF-REC): so many people in post, each with the certificate of title. */
import type { FiledFile, Recommender } from '@yejibu/shared/application/filing'
import { filingText } from '@yejibu/shared/application/filing-problems'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { allHold } from '@yejibu/shared/plan/condition'
import type { Plan, RecommenderRule } from '@yejibu/shared/plan/plan'
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { filingWords } from '../../language/filing.ts'
import { useLanguage, useText } from '../../language/language.tsx'
import type { EvidenceStore } from '../../platform/evidence-store.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToasts } from '../../ui/toasts.tsx'
import { type AddRefusal, addFiledFile, MEDIA } from '../attachments/add-filed-file.ts'
import { FiledFiles } from '../attachments/filed-files-list.tsx'
import type { DraftCheck } from '../check-draft.ts'
import type { Draft } from '../create-draft.ts'
import { ANCHORS } from '../problem-line.ts'
import '../steps/steps.css'

export interface RecommendersPartProps {
  readonly plan: Plan
  readonly owner: AccountId
  readonly check: DraftCheck
  readonly draft: Pick<Draft, 'recommenders' | 'setRecommender'>
  readonly store: EvidenceStore
  readonly isLocked: boolean
  readonly wasTried: boolean
}

const EMPTY: Recommender = { name: '', employer: '', title: '', specialty: '', isInPost: false, certificate: null }
const CERTIFICATE = { formats: ['pdf', 'jpg', 'png'] as ('pdf' | 'jpg' | 'png')[] }

export function RecommendersPart(props: RecommendersPartProps): JSX.Element {
  const t = useText(filingWords)
  const { say } = useLanguage()
  const rule = (): RecommenderRule | null => {
    const known = props.plan.recommenders ?? null
    return known && allHold(known.askedWhen, props.check.candidate) ? known : null
  }
  const ids = createMemo(() => props.draft.recommenders().map(([id]) => id), undefined, { equals: sameList })
  const problem = () => {
    const found = props.check.problems.find((one) => one.about === 'filing' && one.problem.at === 'recommenders')
    return found?.about === 'filing' && props.wasTried ? say(filingText(found.problem).text) : undefined
  }
  // In the order of adding: the id begins with where the person stands.
  const add = () => {
    const last = ids().at(-1)?.slice(0, 2) ?? '00'
    const next = String(Math.min(99, Number(last) + 1)).padStart(2, '0')
    props.draft.setRecommender(`${next}-${crypto.randomUUID().slice(0, 8)}`, EMPTY)
  }
  return (
    <Show when={rule()}>
      {(known) => (
        <section id={ANCHORS.recommenders} class="stack apply__anchor" aria-label={t('recommenders.title')}>
          <h2 class="apply__heading">{t('recommenders.title')}</h2>
          <p class="muted">
            {t('recommenders.about', { n: known().count, title: known().title })}
            {known().needsCertificate ? t('recommenders.aboutCertificate') : ''}
          </p>
          <Show when={problem()}>{(text) => <Banner kind="error">{text()}</Banner>}</Show>
          <For each={ids()}>
            {(id, index) => (
              <OneRecommender
                {...props}
                id={id}
                number={index() + 1}
                title={known().title}
                needsCertificate={known().needsCertificate}
              />
            )}
          </For>
          <Show when={!props.isLocked}>
            <div>
              <Button onPress={add}>{t('recommenders.add')}</Button>
            </div>
          </Show>
        </section>
      )}
    </Show>
  )
}

interface OneProps extends RecommendersPartProps {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly needsCertificate: boolean
}

function OneRecommender(props: OneProps): JSX.Element {
  const t = useText(filingWords)
  const toasts = useToasts()
  const [refused, setRefused] = createSignal<{ readonly name: string; readonly kind: AddRefusal } | null>(null)
  const one = () => props.draft.recommenders().find(([id]) => id === props.id)?.[1] ?? EMPTY
  const change = (part: Partial<Recommender>) => props.draft.setRecommender(props.id, { ...one(), ...part })
  const remove = () => {
    const before = one()
    props.draft.setRecommender(props.id, null)
    toasts.offerUndo(t('recommenders.removed', { name: before.name || t('recommenders.unnamed') }), () =>
      props.draft.setRecommender(props.id, before),
    )
  }
  const take = async (file: File | undefined) => {
    if (!file) return
    setRefused(null)
    const added = await addFiledFile(props.store, props.owner, file, CERTIFICATE)
    if ('refused' in added) setRefused({ name: file.name, kind: added.refused })
    else change({ certificate: added.file })
  }
  const text = (field: 'name' | 'employer' | 'title' | 'specialty', label: string, hint?: string) => (
    <TextField
      label={label}
      isRequired={field === 'name' || field === 'title'}
      hint={hint}
      value={one()[field]}
      isReadOnly={props.isLocked}
      onInput={(value) => change({ [field]: value })}
    />
  )
  const files = (): readonly FiledFile[] => {
    const { certificate } = one()
    return certificate ? [certificate] : []
  }
  return (
    <fieldset class="recommender" aria-label={t('recommenders.one', { n: props.number })}>
      <div class="row row--between">
        <h3>{t('recommenders.one', { n: props.number })}</h3>
        <Button
          size="small"
          look="quiet"
          label={t('recommenders.remove', { n: props.number })}
          isDisabled={props.isLocked}
          onPress={remove}
        >
          {t('score.remove')}
        </Button>
      </div>
      <div class="recommender__fields">
        {text('name', t('recommenders.name'))}
        {text('employer', t('recommenders.employer'))}
        {text('title', t('recommenders.jobTitle'), props.title)}
        {text('specialty', t('recommenders.specialty'))}
      </div>
      <Checkbox
        label={t('recommenders.inPost')}
        isChecked={one().isInPost}
        isDisabled={props.isLocked}
        onChange={(isInPost) => change({ isInPost })}
      />
      <Show when={props.needsCertificate || one().certificate !== null}>
        <FiledFiles
          files={files()}
          owner={props.owner}
          store={props.store}
          isLocked={props.isLocked}
          onRemove={() => change({ certificate: null })}
          onReturn={(certificate) => change({ certificate })}
        />
        <Show when={files().length === 0 && !props.isLocked}>
          <FileDrop
            label={t('recommenders.certificate')}
            isSingle
            accept={Object.values(MEDIA).join(',')}
            onFiles={([file]) => void take(file)}
          />
        </Show>
      </Show>
      <Show when={refused()}>
        {(one) => (
          <Banner kind="warning">
            {t(`files.refused.${one().kind}`, { name: one().name, maxM: 10, formats: 'PDF、JPG、PNG', max: 1 })}
          </Banner>
        )}
      </Show>
    </fieldset>
  )
}

function sameList(before: readonly string[], after: readonly string[]): boolean {
  return before.length === after.length && before.every((one, index) => one === after[index])
}
