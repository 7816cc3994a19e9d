/** What one line of a submission says, with its evidence beside the fields, and what it said in the round before where that differs. */
import type { FrozenFiling } from '@yejibu/shared/application/filing'
import type { Submission } from '@yejibu/shared/application/submission'
import type { RevisionContent, RevisionEvidence } from '@yejibu/shared/archive/revision'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import { applicationTypeOf, type Plan } from '@yejibu/shared/plan/plan'
import { createMemo, type JSX, Match, Show, Switch } from 'solid-js'
import { entryTitle } from '../application/entry-title.ts'
import { FilingContent } from '../application/filing-content.tsx'
import { EvidenceView } from '../archive/evidence-preview.tsx'
import { momentText } from '../archive/today.ts'
import { applicationWords } from '../language/application.ts'
import { casesWords } from '../language/cases.ts'
import { fieldsWords } from '../language/fields.ts'
import { useLanguage, useText } from '../language/language.tsx'
import type { EvidenceStore } from '../platform/evidence-store.ts'
import { FileChoice } from '../review/file-choice.tsx'
import { RevisionFields } from '../review/revision-fields.tsx'
import { createKeptRows } from '../ui/kept-rows.ts'
import { TextDifference } from '../ui/text-difference.tsx'
import { revisionBehind, type SubmissionLine } from './submission-lines.ts'
import '../application/application.css'
import '../review/review.css'

export interface LineContentProps {
  readonly line: SubmissionLine
  readonly submission: Submission
  /** The round before; null in the first. */
  readonly before: Submission | null
  readonly plan: Plan | undefined
  readonly files: Pick<EvidenceStore, 'get'>
  /** Which file is before the eyes; beyond the last one it begins anew. */
  readonly at: number
  readonly onLook: (at: number) => void
}

export function LineContent(props: LineContentProps): JSX.Element {
  const t = useText(casesWords)
  const { language } = useLanguage()
  const revision = () => revisionBehind(props.submission, props.line.key)
  const base = () => (props.line.change === 'changed' ? revisionBehind(props.before, props.line.key) : null)
  return (
    <Switch fallback={<FilingLine {...props} />}>
      <Match when={revision()}>
        {(pulled) => (
          <div class="review-paper">
            <div class="stack stack--tight">
              <p class="muted small">
                {t('line.approved', {
                  employer: pulled().employer.name,
                  at: momentText(pulled().approvedAt, language()),
                })}
              </p>
              <Show when={pulled().note}>{(note) => <p>{t('line.note', { note: note() })}</p>}</Show>
              <RevisionFields content={pulled().content} base={base()?.content ?? null} onlyChanged={false} />
            </div>
            <LineEvidence
              content={pulled().content}
              owner={props.submission.owner}
              files={props.files}
              at={props.at}
              onLook={props.onLook}
            />
          </div>
        )}
      </Match>
      <Match when={props.line.key === 'form'}>
        <FormLine {...props} />
      </Match>
    </Switch>
  )
}

function LineEvidence(props: {
  readonly content: RevisionContent
  readonly owner: Submission['owner']
  readonly files: LineContentProps['files']
  readonly at: number
  readonly onLook: (at: number) => void
}): JSX.Element {
  const t = useText(casesWords)
  const kinds = useText(fieldsWords)
  const evidence = createKeptRows(
    () => props.content.evidence,
    ({ sha256 }) => sha256,
  )
  const shown = createMemo(() => evidence()[props.at % Math.max(1, evidence().length)])
  const nameOf = ({ kind }: RevisionEvidence, at: number) => `${at + 1}. ${kinds(`evidence.kinds.${kind}`)}`
  return (
    <section class="stack stack--tight" aria-label={t('line.evidence', { n: evidence().length })}>
      <h3>{t('line.evidence', { n: evidence().length })}</h3>
      <Show when={evidence().length > 0} fallback={<p class="muted">{t('line.noEvidence')}</p>}>
        <FileChoice files={evidence()} shown={shown()} nameOf={nameOf} onLook={props.onLook} />
      </Show>
      {/* Keyed by the file, so that one file's address is given back before the next one is opened. */}
      <Show when={shown()} keyed>
        {(file) => (
          <EvidenceView
            archive={props.owner}
            evidence={file}
            name={nameOf(file, evidence().indexOf(file))}
            store={props.files}
          />
        )}
      </Show>
    </section>
  )
}

function FormLine(props: LineContentProps): JSX.Element {
  const t = useText(applicationWords)
  const c = useText(casesWords)
  const form = () => props.submission.form
  const type = () => props.plan && applicationTypeOf(props.plan, form().type)
  const ticks = () => form().ticks.map((code) => type()?.ticks.find((tick) => tick.code === code)?.name ?? code)
  const or = (text: string | undefined, code: string) => text ?? (code === '' ? t('frozen.empty') : code)
  const category = () => props.plan?.categories.find(({ code }) => code === form().category)?.name
  const point = () => props.plan?.acceptancePoints.find(({ code }) => code === form().acceptancePoint)?.name
  const earlier = () => {
    const before = props.line.change === 'changed' ? props.before?.form.statement : undefined
    return before === form().statement ? undefined : before
  }
  return (
    <div class="stack stack--tight">
      <dl class="facts">
        <dt>{t('info.type')}</dt>
        <dd>{or(type()?.name, form().type)}</dd>
        <dt>{t('frozen.ticks')}</dt>
        <dd>{ticks().join(t('whyNot.join')) || t('frozen.noTicks')}</dd>
        <Show when={props.plan?.categories.length !== 0}>
          <dt>{t('info.category')}</dt>
          <dd>{or(category(), form().category)}</dd>
        </Show>
        <Show when={props.plan?.acceptancePoints.length !== 0}>
          <dt>{t('info.point')}</dt>
          <dd>{or(point(), form().acceptancePoint)}</dd>
        </Show>
      </dl>
      <h3>{t('frozen.statement')}</h3>
      <Show
        when={earlier() !== undefined}
        fallback={<div class="frozen__statement">{form().statement.trim() || t('frozen.empty')}</div>}
      >
        <div class="frozen__statement">
          <TextDifference
            before={earlier() ?? ''}
            after={form().statement}
            removed={`${c('line.before')}：`}
            added={`${c('line.changed')}：`}
          />
        </div>
      </Show>
    </div>
  )
}

function FilingLine(props: LineContentProps): JSX.Element {
  const { say } = useLanguage()
  const t = useText(casesWords)
  const part = () => {
    const { filing } = props.submission
    return filing && partOf(filing, props.line.key)
  }
  const titleOf = (item: ItemId) => {
    const found = props.submission.pulls.find((pull) => pull.item === item)
    return found ? say(entryTitle(found.content)) : item
  }
  return (
    <div class="frozen" aria-live="off">
      <Show when={part()} fallback={<p class="muted">{t('line.nothing')}</p>}>
        {(filing) => (
          <FilingContent
            plan={props.plan}
            filing={filing()}
            owner={props.submission.owner}
            files={props.files}
            titleOf={titleOf}
            title={(text) => <h3>{text}</h3>}
          />
        )}
      </Show>
    </div>
  )
}

/** The filing with nothing in it but what the line is about. */
function partOf(filing: FrozenFiling, key: string): FrozenFiling | undefined {
  const nothing = { ...filing, asked: [], answers: {}, score: null, recommenders: [], attachments: [] }
  switch (key) {
    case 'photo':
      return { ...nothing, asked: ['photo'] }
    case 'pledge':
      return { ...nothing, asked: ['pledge'] }
    case 'details': {
      const isEmpty =
        Object.keys(filing.answers).length === 0 && filing.score === null && filing.recommenders.length === 0
      return isEmpty ? undefined : { ...filing, asked: ['details'], attachments: [] }
    }
    default:
      return {
        ...nothing,
        asked: ['attachments'],
        attachments: filing.attachments.filter(({ slot }) => key === `attachments/${slot}`),
      }
  }
}
