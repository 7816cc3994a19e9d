/** What must hold of every step of every case, said from the specification: legal, in turn, with the notice it needs. */
import type { Actor } from '../account/actor.ts'
import type { Submission } from '../application/submission.ts'
import type { CaseCommand, CaseCommandKind } from '../case/case-commands.ts'
import { type Case, type StateKind, stageOf, TERMINAL } from '../case/case-state.ts'
import { noticeContentOf, noticeDigest } from '../case/notice-content.ts'
import { workingDaysBetween } from '../kernel/working-days.ts'
import { CLERK, EXPERTS, LEAD, OWNER, officerAt, orgFor } from './case-history.ts'
import { type Hand, ROWS, rowsOf } from './case-transitions.ts'

/** States in which the employer has reported: its notice must stand behind them. */
const REPORTED: readonly StateKind[] = [
  'notice-cleared',
  'stage-pending',
  'stage-passed',
  'stage-returned',
  'list-notice-running',
  'fee-due',
  'fee-overdue',
  'form-due',
  'form-delivered',
  'awaiting-meeting',
  'interview-pending',
  'interview-done',
  'meeting-pending',
  'meeting-passed',
  'result-notice-running',
  'awaiting-announcement',
  'announced',
  'certified',
]

/** What is wrong with an accepted step, in words; empty when nothing is. */
export function wrongsOf(before: Case, actor: Actor | 'relay', command: CaseCommand, after: Case): readonly string[] {
  const wrongs: string[] = []
  const step = `${command.kind}: ${before.state.kind} → ${after.state.kind}`
  const rows = rowsOf(command.kind, before.state.kind, after.state.kind)
  if (rows.length === 0) wrongs.push(`illegal step ${step}`)
  const hands = handsOf(before, actor)
  if (rows.length > 0 && rows.every((row) => row.by.every((hand) => !hands.includes(hand)))) {
    wrongs.push(`${actor === 'relay' ? actor : actor.accountId} out of turn: ${step}`)
  }
  if (TERMINAL.includes(before.state.kind) && before.state.kind !== after.state.kind && after.state.kind !== 'voided') {
    wrongs.push(`an end was left: ${step}`)
  }
  if ('digest' in command && command.kind !== 'resubmit-application' && command.digest !== before.filed?.digest) {
    wrongs.push(`decided about other content: ${step}`)
  }
  const noticed = noticeWrong(after)
  return noticed ? [...wrongs, `${noticed}: ${step}`] : wrongs
}

const contents = new WeakMap<Submission, string>()

function contentOf(submission: Submission): string {
  const known = contents.get(submission) ?? noticeDigest(noticeContentOf(submission))
  contents.set(submission, known)
  return known
}

function noticeWrong({ state, cleared, filed }: Case): string | null {
  if (!REPORTED.includes(state.kind)) return null
  if (!cleared || !filed) return 'no notice behind it'
  if (cleared.content !== contentOf(filed.submission)) return 'the notice showed other content'
  const days = workingDaysBetween(cleared.startedOn, cleared.closedOn)
  const isDayAfter = days.ok && days.value >= 5 && cleared.closedOn > cleared.startedOn
  if (!isDayAfter) return 'the notice was too short'
  if (state.kind === 'stage-pending' && stageOf(state) === null) return 'nowhere'
  return null
}

/** Which steps the table knows from here for this person, wherever they lead. */
export function offeredTo(kase: Case, actor: Actor | 'relay'): ReadonlySet<CaseCommandKind> {
  const hands = handsOf(kase, actor)
  const offered = ROWS.filter(
    ({ from, by }) => from.includes(kase.state.kind) && by.some((hand) => hands.includes(hand)),
  )
  return new Set(offered.map((row) => row.command))
}

function handsOf(kase: Case, actor: Actor | 'relay'): readonly Hand[] {
  if (actor === 'relay') return ['relay']
  if (actor === OWNER) return ['owner']
  if (actor === LEAD) return ['lead']
  if (actor === CLERK) return ['clerk']
  if (EXPERTS.includes(actor)) return ['expert']
  const stops = kase.route?.stops.map((stop) => stop.stage) ?? []
  const own = stops.find((stage) => officerAt(stage).accountId === actor.accountId)
  if (own === undefined || !actor.memberships.some((m) => m.orgId === orgFor(own))) return []
  const here = stageOf(kase.state)
  const next = here === null ? undefined : stops[stops.indexOf(here) + 1]
  const hands: Hand[] = []
  if (own === here) hands.push('office-here')
  if (own === next) hands.push('office-next')
  if (!own.startsWith('DEPT') && own !== 'TALENT') hands.push('office-of-route')
  return hands
}
