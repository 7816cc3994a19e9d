/**
 * Submitting: one command through the outbox, now or when the relay is reached. Nothing here calls an application submitted; its
 * fact does.
 */
import type { Filing } from '@yejibu/shared/application/filing'
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import type { CommandBody } from '@yejibu/shared/wire/commands'
import { createMemo, createSignal } from 'solid-js'
import type { OutboxEntry } from '../platform/database.ts'
import type { Outbox } from '../platform/outbox.ts'
import type { DraftCheck } from './check-draft.ts'

export type SubmittingState =
  | { readonly kind: 'writing' }
  /** On disk here, not yet answered. */
  | { readonly kind: 'waiting' }
  /** The relay accepted it; its fact is on the way. */
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly entry: OutboxEntry }

export interface Submitting {
  state(): SubmittingState
  /** @throws when the browser's store refuses */
  submit(plan: Pick<Plan, 'id' | 'version'>, check: Pick<DraftCheck, 'form' | 'pulls' | 'filing'>): Promise<void>
  dismiss(): Promise<void>
  retry(): Promise<void>
}

export function createSubmitting(
  outbox: Pick<Outbox, 'entries' | 'add' | 'dismiss' | 'retry' | 'whenAnswered'>,
  application: ApplicationId,
): Submitting {
  const [isAccepted, setAccepted] = createSignal(false)
  const entry = createMemo(() => outbox.entries().findLast(({ subject }) => subject === application))
  const refused = (): OutboxEntry | undefined => (entry()?.state === 'refused' ? entry() : undefined)
  const dismiss = async (): Promise<void> => {
    const before = refused()
    if (before) await outbox.dismiss(before.id)
  }
  return {
    state() {
      const now = entry()
      if (now) return now.state === 'refused' ? { kind: 'refused', entry: now } : { kind: 'waiting' }
      return { kind: isAccepted() ? 'accepted' : 'writing' }
    },
    async submit(plan, check) {
      // A refused one would hold the new one back.
      await dismiss()
      const id = await outbox.add('submit-application', submissionBody(application, plan, check))
      void outbox.whenAnswered(id).then(
        (outcome) => setAccepted(outcome.kind === 'accepted'),
        // Whether it was answered could not be read: the outbox and the facts still tell.
        () => undefined,
      )
    },
    dismiss,
    async retry() {
      const before = refused()
      if (before) await outbox.retry(before.id)
    },
  }
}

export function submissionBody(
  application: ApplicationId,
  plan: Pick<Plan, 'id' | 'version'>,
  { form, pulls, filing }: Pick<DraftCheck, 'form' | 'pulls' | 'filing'>,
): Omit<CommandBody<'submit-application'>, 'id'> {
  return {
    expected: null,
    application,
    plan: plan.id,
    planVersion: plan.version,
    form: { ...form, ticks: [...form.ticks] },
    pulls: pulls.map((pull) => ({ ...pull })),
    filing: bodyOf(filing),
  }
}

/** The same, as the command's schema writes it. */
function bodyOf(filing: Filing): NonNullable<CommandBody<'submit-application'>['filing']> {
  const { score } = filing
  return {
    ...filing,
    answers: { ...filing.answers },
    score: score && {
      controls: [...score.controls],
      claims: score.claims.map((claim) => ({ ...claim })),
      ranges: { ...score.ranges },
    },
    recommenders: filing.recommenders.map((one) => ({ ...one })),
    attachments: filing.attachments.map((one) => ({ ...one })),
  }
}
