/** Publishing: what it changes against the version that is out, what was not checked, and one more question before it is done. */
import type { Plan } from '@yejibu/shared/plan/plan'
import { type PlanDifference, planDifferences } from '@yejibu/shared/plan/plan-differences'
import type { Json } from '@yejibu/shared/plan/plan-drafts-doc'
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { useLanguage, useText } from '../../language/language.tsx'
import { planWords } from '../../language/plan.ts'
import type { ApiRefusal, ApiResult } from '../../platform/api.ts'
import { AlertDialog } from '../../ui/alert-dialog.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { usePlanEdit } from './plan-edit.ts'
import { optionLabel } from './plan-labels.ts'
import { nameOf, trailOf } from './plan-problems.ts'
import { usePlanRefusalText } from './refusal-text.ts'

export interface PublishDialogProps {
  readonly isOpen: boolean
  readonly newest: Plan | undefined
  readonly publish: (content: Json) => Promise<ApiResult<unknown>>
  readonly onPublished: (version: number) => void
  readonly onClose: () => void
}

export function PublishDialog(props: PublishDialogProps): JSX.Element {
  const t = useText(planWords)
  const edit = usePlanEdit()
  const refusalText = usePlanRefusalText()
  const [isAsking, setAsking] = createSignal(false)
  const [isBusy, setBusy] = createSignal(false)
  const [refusal, setRefusal] = createSignal<ApiRefusal | null>(null)
  const version = () => (props.newest?.version ?? 0) + 1
  const content = (): Json => ({ ...Object(edit.value()), version: version() })
  const differences = createMemo(() => (props.newest ? planDifferences({ ...props.newest }, content()) : []))
  const whyNot = () => {
    if (edit.problems().length > 0) return t('publish.left', { n: edit.problems().length })
    return props.newest && differences().length === 0 ? t('publish.noChanges') : undefined
  }
  const publish = async () => {
    setBusy(true)
    const wanted = version()
    const answer = await props.publish(content())
    setBusy(false)
    setAsking(false)
    setRefusal(answer.ok ? null : answer.refusal)
    if (answer.ok) props.onPublished(wanted)
  }
  const title = () => nameOf(edit.value()) ?? t('list.untitled')
  return (
    <>
      <Dialog
        isOpen={props.isOpen}
        onClose={props.onClose}
        title={t('publish.title', { n: version() })}
        about={t(props.newest ? 'publish.next' : 'publish.first')}
        isWide
        actions={
          <>
            <Button onPress={props.onClose}>{t('publish.cancel')}</Button>
            <Button look="primary" whyNot={whyNot()} onPress={() => setAsking(true)}>
              {t('publish.ask')}
            </Button>
          </>
        }
      >
        <div class="stack">
          <Show when={refusal()}>{(no) => <Banner kind="error">{refusalText(no())}</Banner>}</Show>
          <Show when={whyNot()}>{(why) => <Banner kind="warning">{why()}</Banner>}</Show>
          <Show when={edit.toCheck().length > 0}>
            <Banner kind="warning">{t('publish.marked', { n: edit.toCheck().length })}</Banner>
          </Show>
          <Show when={props.newest}>
            {(newest) => (
              <section class="stack stack--tight">
                <h3>{t('publish.changes', { n: newest().version })}</h3>
                <Differences differences={differences()} before={{ ...newest() }} after={edit.value()} />
              </section>
            )}
          </Show>
        </div>
      </Dialog>
      <AlertDialog
        isOpen={isAsking()}
        title={t('publish.confirm')}
        body={t('publish.sure', { title: title(), n: version() })}
        confirm={t('publish.confirm')}
        isBusy={isBusy()}
        onConfirm={() => void publish()}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}

interface DifferencesProps {
  readonly differences: readonly PlanDifference[]
  readonly before: Json
  readonly after: Json
}

function Differences(props: DifferencesProps): JSX.Element {
  const t = useText(planWords)
  const { say } = useLanguage()
  const words = (difference: PlanDifference, value: Json | undefined): string => {
    if (value === undefined || value === null || value === '') return t('publish.nothing')
    if (Array.isArray(value)) return value.map((one) => words(difference, one)).join('、')
    if (typeof value === 'object') return nameOf(value) ?? JSON.stringify(value)
    const key = String(difference.path.at(-1))
    const label = optionLabel(key, String(value))
    return label && typeof value === 'string' ? say(label) : String(value)
  }
  return (
    <ul class="plan-differences">
      <For each={props.differences}>
        {(difference) => (
          <li>
            <strong>
              {trailOf(difference.path, difference.after === undefined ? props.before : props.after, say)}
            </strong>
            <Show when={difference.before !== undefined}>
              <div>
                <span class="muted">{t(difference.after === undefined ? 'publish.gone' : 'publish.before')} </span>
                <del>{words(difference, difference.before)}</del>
              </div>
            </Show>
            <Show when={difference.after !== undefined}>
              <div>
                <span class="muted">{t(difference.before === undefined ? 'publish.added' : 'publish.after')} </span>
                <ins>{words(difference, difference.after)}</ins>
              </div>
            </Show>
          </li>
        )}
      </For>
    </ul>
  )
}
