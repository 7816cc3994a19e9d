/**
 * The relay's clock in the life of cases: what is posted is witnessed once a day, and deadlines and periods that are over take effect. Each round
 * looks at the case as it stands now, so a relay that was off catches up with its first round; a day on which it was off was witnessed by nobody and
 * is not written down afterwards.
 */
import type { CaseCommandOf } from '@yejibu/shared/case/case-commands'
import type { StateKind } from '@yejibu/shared/case/case-state'
import { noticeDigest } from '@yejibu/shared/case/notice-content'
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import type { ClockCommandKind } from '@yejibu/shared/wire/case-commands'
import { type CaseParts, caseOf, performByRelay } from './perform-case.ts'
import { postedContent } from './public-notices.ts'

export interface CaseClockParts extends Omit<CaseParts, 'submissions'> {
  /** Port. */
  readonly standing: { inStates(states: readonly StateKind[]): Promise<readonly ApplicationId[]> }
}

const POSTED: readonly StateKind[] = ['notice-running', 'notice-objected']
const TIMED: readonly StateKind[] = ['draft', 'fee-due', 'list-notice-running', 'result-notice-running']

/** One round. @returns how many cases moved or were witnessed */
export async function letClockRun(parts: CaseClockParts): Promise<number> {
  let moved = 0
  const ask = async (application: ApplicationId, command: CaseCommandOf<ClockCommandKind>) => {
    const done = await performByRelay(parts, application, command)
    // Not due yet, or witnessed today: nothing happens until it is.
    if (done.ok) moved++
  }
  for (const application of await parts.standing.inStates(TIMED)) await ask(application, { kind: 'let-time-pass' })
  for (const application of await parts.standing.inStates(POSTED)) {
    const posted = postedContent(caseOf(await parts.ledger.read(`application/${application}`)))
    if (posted) await ask(application, { kind: 'witness-notice', content: noticeDigest(posted) })
  }
  return moved
}

/** @returns stops it, once a round that is under way has ended */
export function keepTime(
  round: () => Promise<unknown>,
  every: number,
  failed: (error: unknown) => void,
): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve()
  const run = () => {
    running = running.then(round).catch(failed)
  }
  run()
  const timer = setInterval(run, every).unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
