/**
 * 附件: only the slots that the plan asks of this type and this person, what must be there before what may be. Files of a slot that is not
 * asked for any more stay in sight, because they would be submitted with the rest.
 */
import type { Attachment } from '@yejibu/shared/application/filing'
import { type AskedSlot, filingText, slotsFor } from '@yejibu/shared/application/filing-problems'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import { createMemo, For, type JSX, Show } from 'solid-js'
import { filingWords } from '../../language/filing.ts'
import { useLanguage, useText } from '../../language/language.tsx'
import type { EvidenceStore } from '../../platform/evidence-store.ts'
import type { DraftCheck } from '../check-draft.ts'
import type { Draft } from '../create-draft.ts'
import { ANCHORS, slotAnchor } from '../problem-line.ts'
import { FiledFiles } from './filed-files-list.tsx'
import { SlotCard, type SlotCardProps } from './slot-card.tsx'
import '../steps/steps.css'

export interface AttachmentsPartProps {
  readonly plan: Plan
  readonly owner: AccountId
  readonly check: DraftCheck
  readonly draft: Pick<Draft, 'value' | 'attach' | 'detach'>
  readonly store: EvidenceStore
  readonly now: Date
  readonly isLocked: boolean
  readonly wasTried: boolean
  readonly paperOf?: SlotCardProps['paperOf']
}

export function AttachmentsPart(props: AttachmentsPartProps): JSX.Element {
  const t = useText(filingWords)
  const { say } = useLanguage()
  const asked = createMemo(() => slotsFor(props.plan, props.check.candidate))
  // Cards stay as long as their slot is asked for, whatever else is edited.
  const codes = createMemo(() => [...asked()].sort(requiredFirst).map(({ slot }) => slot.code))
  const askedBy = (code: string) => asked().find(({ slot }) => slot.code === code)
  const filesOf = (code: string) => props.draft.value().filing.attachments.filter(({ slot }) => slot === code)
  const others = () => [
    ...new Set(
      props.draft
        .value()
        .filing.attachments.map(({ slot }) => slot)
        .filter((code) => askedBy(code) === undefined),
    ),
  ]
  const planSlot = (code: string) => props.plan.attachmentSlots.find((slot) => slot.code === code)
  const errorAt = (code: string) => {
    const found = props.check.problems.find(
      (one) =>
        one.about === 'filing' &&
        one.problem.part === 'attachments' &&
        one.problem.at === code &&
        one.problem.severity === 'error',
    )
    if (found?.about !== 'filing' || (filesOf(code).length === 0 && !props.wasTried)) return undefined
    return say(filingText(found.problem).text)
  }
  return (
    <div id={ANCHORS.attachments} class="apply__anchor">
      <For each={codes()}>
        {(code) => (
          <Show when={askedBy(code)}>
            {(one) => (
              <SlotCard
                asked={one()}
                files={filesOf(code)}
                owner={props.owner}
                store={props.store}
                draft={props.draft}
                now={props.now}
                isLocked={props.isLocked}
                error={errorAt(code)}
                paperOf={props.paperOf}
              />
            )}
          </Show>
        )}
      </For>
      <Show when={others().length > 0}>
        <h2 class="apply__heading">{t('files.other')}</h2>
        <p class="small muted">{t('files.otherAbout')}</p>
        <For each={others()}>
          {(code) => (
            <section id={slotAnchor(code)} class="slot" aria-label={planSlot(code)?.title ?? code}>
              <h3>{planSlot(code)?.title ?? code}</h3>
              <Show when={planSlot(code) === undefined}>
                <p class="apply__error">{t('files.unknown')}</p>
              </Show>
              <FiledFiles<Attachment>
                files={filesOf(code)}
                owner={props.owner}
                store={props.store}
                isLocked={props.isLocked}
                onRemove={(file) => props.draft.detach(file)}
                onReturn={(file) => props.draft.attach(file, props.now)}
              />
            </section>
          )}
        </For>
      </Show>
    </div>
  )
}

function requiredFirst(a: AskedSlot, b: AskedSlot): number {
  return Number(b.isRequired) - Number(a.isRequired)
}
