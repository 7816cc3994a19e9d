/** A submission as it was frozen, with its receipt. Everything on this page comes from the fact, nothing from draft or archive. */
import { filingText } from '@yejibu/shared/application/filing-problems'
import type { PulledRevision, StoredSubmission } from '@yejibu/shared/application/submission'
import { applicationTypeOf, type Plan } from '@yejibu/shared/plan/plan'
import type { ArchiveReview } from '@yejibu/shared/review/review'
import Printer from 'lucide-solid/icons/printer'
import { createSignal, For, type JSX, onCleanup, Show } from 'solid-js'
import type { Names } from '../account/create-names.ts'
import { applicationWords } from '../language/application.ts'
import { useLanguage, useText } from '../language/language.tsx'
import type { EvidenceStore } from '../platform/evidence-store.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { useProblemWords } from './problem-line.ts'
import { Receipt } from './receipt.tsx'
import { RevokedPulls } from './revoked-pulls.tsx'
import { type ShownItem, SubmissionContent } from './submission-content.tsx'
import './application.css'

export interface FrozenViewProps {
  readonly fact: StoredSubmission
  /** The version that the submission names, for the names of its codes; undefined where it was never seen here. */
  readonly plan: Plan | undefined
  /** What was said about the owner's archive since. */
  readonly review: ArchiveReview
  /** Who took an approval back, by name, where this device knows. */
  readonly names: Pick<Names, 'of'>
  /** Where the files of the submission are read from. */
  readonly files: Pick<EvidenceStore, 'get'>
  /** What can be printed of it; nothing where left out. */
  readonly papers?: JSX.Element | undefined
  /** Nothing happened since it was submitted: the receipt is what there is to see, and stands first. */
  readonly isNews?: boolean | undefined
  /** How far its case has come; nothing where left out. */
  readonly course?: JSX.Element | undefined
}

/** The rule's least number, where the plan is not here to say its own (V-PUB). */
const LEAST_WORKING_DAYS = 5

export function FrozenView(props: FrozenViewProps): JSX.Element {
  const t = useText(applicationWords)
  const submission = () => props.fact.data.submission
  const way = () =>
    (props.plan && applicationTypeOf(props.plan, submission().form.type)?.name) ?? submission().form.type
  const [isOpen, setOpen] = createSignal(false)
  // Paper has no buttons: everything is on it.
  const open = () => setOpen(true)
  globalThis.addEventListener('beforeprint', open)
  onCleanup(() => globalThis.removeEventListener('beforeprint', open))
  const print = () => {
    setOpen(true)
    globalThis.print()
  }
  const receipt = () => (
    <Receipt
      fact={props.fact}
      way={way()}
      workingDays={props.plan?.publicity.minWorkingDays ?? LEAST_WORKING_DAYS}
      isWhole={isOpen()}
    />
  )
  return (
    <div class="page">
      <PageHeader
        title={submission().plan.title}
        back={{ href: '/application', label: t('draft.back') }}
        actions={
          <Button onPress={print}>
            <Printer size={16} aria-hidden="true" />
            {t('receipt.print')}
          </Button>
        }
      />
      <div class="apply__main">
        <Show when={props.isNews}>{receipt()}</Show>
        {props.course}
        <RevokedPulls fact={props.fact} review={props.review} names={props.names} />
        <Show when={!props.isNews}>{receipt()}</Show>
        {props.papers}
        <Card
          title={t('receipt.frozen')}
          aside={
            <Button look="quiet" size="small" onPress={() => setOpen(!isOpen())}>
              {t(isOpen() ? 'receipt.closeAll' : 'receipt.openAll')}
            </Button>
          }
        >
          <p class="muted">{t('receipt.frozenAbout')}</p>
          <SubmissionContent
            plan={props.plan}
            form={submission().form}
            profile={shown(submission().profile)}
            items={submission().pulls.map(shown)}
            filing={submission().filing}
            owner={submission().owner}
            files={props.files}
            isOpen={isOpen()}
          />
          <Warnings fact={props.fact} plan={props.plan} />
        </Card>
      </div>
    </div>
  )
}

function Warnings(props: Pick<FrozenViewProps, 'fact' | 'plan'>): JSX.Element {
  const t = useText(applicationWords)
  const { say } = useLanguage()
  const warnings = () => props.fact.data.submission.warnings
  return (
    <Show when={warnings().length > 0 && props.plan}>
      {(plan) => {
        const words = useProblemWords(plan, () => props.fact.data.submission.application, {
          titleOf: (item) => item,
          mayPull: () => false,
        })
        return (
          <div class="stack stack--tight">
            <h2 class="apply__heading">{t('frozen.warnings')}</h2>
            <ul class="todo-lines">
              <For each={warnings()}>
                {(warning) => (
                  <li>
                    {'gate' in warning
                      ? words.lineOf({ about: 'many', problem: warning }).text
                      : 'part' in warning
                        ? say(filingText(warning).text)
                        : words.eligibilityText(warning)}
                  </li>
                )}
              </For>
            </ul>
          </div>
        )
      }}
    </Show>
  )
}

function shown(pulled: PulledRevision): ShownItem {
  return {
    item: pulled.item,
    content: pulled.content,
    note: pulled.note,
    employer: pulled.employer.name,
    approvedAt: pulled.approvedAt,
  }
}
