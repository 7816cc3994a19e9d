/** What must hold of every step of every case, said from the specification: legal, in turn, with the notice it needs. */
import type { Actor } from '../account/actor.ts'
import type { Submission } from '../application/submission.ts'
import type { CaseCommand, CaseCommandKind } from '../case/case-commands.ts'
import { type Case, type StateKind, stageOf, TERMINAL } from '../case/case-state.ts'
import { noticeContentOf, noticeDigest } from '../case/notice-content.ts'
import { workingDaysBetween } from '../kernel/working-days.ts'
import type { StageCode } from '../plan/stage-code.ts'
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

/** 评审委托书 (§4.5, D-ENTRUST): on which chains whose letter, and the station that takes nobody without it. */
const ENTRUSTED: Readonly<Record<string, { readonly by: StageCode; readonly before: StageCode }>> = {
  'B-MUNI': { by: 'DEPT_M', before: 'SR_OFFICE' },
  'B-COUNTY': { by: 'DEPT_M', before: 'SR_OFFICE' },
  'B-PROV-OWN': { by: 'MID_OFFICE', before: 'SR_OFFICE' },
  'B-PROV-NONE': { by: 'DEPT_P', before: 'SR_OFFICE' },
  'D-ENTRUST': { by: 'HRSS_M', before: 'MID_OFFICE' },
}

function entrustedOn({ route }: Case) {
  return route && Object.hasOwn(ENTRUSTED, route.chain) ? ENTRUSTED[route.chain] : undefined
}

/** Before the committee without its letter, or with one of an office that had not passed the case. */
function mandateWrong(before: Case, command: CaseCommand, after: Case): string | null {
  const rule = entrustedOn(after)
  const placeIn = ({ route }: Case, stage: StageCode | null) =>
    route?.stops.findIndex((stop) => stop.stage === stage) ?? -1
  if (!rule) return after.mandate ? 'a letter that nothing asks for' : null
  if (placeIn(after, stageOf(after.state)) >= placeIn(after, rule.before) && !after.mandate)
    return 'no letter behind it'
  if (command.kind !== 'issue-mandate') return null
  const at = placeIn(before, stageOf(before.state))
  const own = placeIn(before, rule.by)
  const hasPassed = at > own || (at === own && before.state.kind === 'stage-passed')
  return hasPassed && at < placeIn(before, rule.before) ? null : 'a letter out of time'
}

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
  const unmet = [noticeWrong(after), mandateWrong(before, command, after)]
  return [...wrongs, ...unmet.flatMap((wrong) => (wrong === null ? [] : [`${wrong}: ${step}`]))]
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
  if (own === entrustedOn(kase)?.by) hands.push('mandator')
  if (Object.values(kase.payments).some(({ stage }) => stage === own)) hands.push('collector')
  if (!own.startsWith('DEPT') && own !== 'TALENT') hands.push('office-of-route')
  return hands
}
