/** What the public sees of a notice, and its objections. The content is opened anew from the frozen submission each time, by the one list of what may be shown. */
import { type CaseFactKind, isCaseFact } from '@yejibu/shared/case/case-facts'
import type { Case, StateKind } from '@yejibu/shared/case/case-state'
import { type NoticeContent, noticeContentOf } from '@yejibu/shared/case/notice-content'
import { lastDayOf } from '@yejibu/shared/case/publicity'
import type { Fact } from '@yejibu/shared/kernel/fact'
import type { ApplicationId, FactId } from '@yejibu/shared/kernel/ids'
import { type Result, refuse } from '@yejibu/shared/kernel/result'
import type { Plan } from '@yejibu/shared/plan/plan'
import type { ObjectionAnswerView, PublicNotice, PublicObjection } from '@yejibu/shared/wire/public-notices'
import { askedCommand } from '../ledger/perform.ts'
import { type CaseParts, caseOf, type PerformCaseRefusal, performByRelay } from './perform-case.ts'

/** Port: which application a notice is of. */
export interface NoticeRegister {
  applicationOf(code: string): Promise<ApplicationId | null>
}

/** What the relay posts of a case at this moment. */
export function postedContent({ filed }: Case) {
  return filed ? noticeContentOf(filed.submission) : null
}

/** What each notice is about, by the fact that opened it. */
const OPENS: Readonly<Record<string, RunningAbout>> = {
  'notice-started': 'application',
  'list-posted': 'list',
  'result-notice-opened': 'result',
}

function openedBy(facts: readonly Fact[], code: string): Fact | undefined {
  return facts.find(({ id, kind }) => id === code && Object.hasOwn(OPENS, kind))
}

/** @param facts of the case's stream; null when the code is none of its notices */
export function publicNotice(
  facts: readonly Fact[],
  code: string,
  plan: Pick<Plan, 'applicationTypes' | 'categories'> | null,
): PublicNotice | null {
  const started = openedBy(facts, code)
  if (!started) return null
  const kase = caseOf(facts)
  const content = postedContent(kase)
  const about = OPENS[started.kind] ?? 'application'
  const newest = facts.findLast(({ kind }) => kind === started.kind)
  const { startedOn } = started.data as { readonly startedOn: string }
  const { state } = kase
  const isHere = 'notice' in state && aboutIn(state.kind) === about
  if (!isHere || newest?.id !== code || !content) {
    return { state: 'ended', startedOn, closedOn: closedOn(facts, started) }
  }
  const { notice } = state
  const last = lastDayOf(notice)
  return {
    state: 'running',
    about,
    names: {
      type: plan?.applicationTypes.find((type) => type.code === content.type)?.name ?? content.type,
      category: plan?.categories.find((category) => category.code === content.category)?.name ?? content.category,
    },
    content: about === 'application' ? whole(content) : ofResult(content),
    digest: notice.content,
    startedOn: notice.startedOn,
    workingDays: notice.workingDays,
    lastDay: last.ok ? last.value : notice.lastDay,
    method: notice.method,
    witnessedOn: about === 'application' ? [...notice.witnessedOn] : [],
  }
}

function aboutIn(state: StateKind): RunningAbout {
  if (state === 'list-notice-running') return 'list'
  return state.startsWith('result-') ? 'result' : 'application'
}

const ENDS: Readonly<Record<RunningAbout, CaseFactKind>> = {
  application: 'notice-closed',
  list: 'list-cleared',
  result: 'result-announced',
}

function closedOn(facts: readonly Fact[], started: Fact): string | null {
  const ends = ENDS[OPENS[started.kind] ?? 'application']
  const end = facts.find(({ seq, kind }) => seq > started.seq && kind === ends)
  const { closedOn: closed, on } = (end?.data ?? {}) as { readonly closedOn?: string; readonly on?: string }
  return closed ?? on ?? null
}

function whole(content: NoticeContent): Running['content'] {
  return {
    ...content,
    person: { ...content.person },
    entries: content.entries.map((e) => ({ ...e, shown: { ...e.shown } })),
  }
}

/** Who passed, where she works and for what: what a list and an announcement of results name. */
function ofResult(content: NoticeContent): Running['content'] {
  return { ...content, birthYear: '', person: { fullName: content.person.fullName ?? '' }, entries: [] }
}

type Running = Extract<PublicNotice, { state: 'running' }>
type RunningAbout = Running['about']

/** What came of an objection that was raised here by the public; by its id alone, which nobody else was given. */
export function objectionAnswer(facts: readonly Fact[], code: string, id: string): ObjectionAnswerView | null {
  if (!openedBy(facts, code)) return null
  const known = facts.filter(isCaseFact)
  const raised = known.find(
    (fact) => fact.kind === 'objection-recorded' && fact.actor === 'relay' && fact.data.objection === id,
  )
  if (!raised) return null
  const decided = known.find(
    (fact) => (fact.kind === 'objection-upheld' || fact.kind === 'objection-dismissed') && fact.data.objection === id,
  )
  if (decided?.kind !== 'objection-upheld' && decided?.kind !== 'objection-dismissed') {
    return { state: 'open', raisedAt: raised.at, answeredAt: null, answer: null }
  }
  const state = decided.kind === 'objection-upheld' ? 'upheld' : 'dismissed'
  return { state, raisedAt: raised.at, answeredAt: decided.at, answer: decided.data.answer }
}

/** An objection by the public, tied to the record it is about. */
export async function performObjection(
  parts: Omit<CaseParts, 'submissions'>,
  application: ApplicationId,
  code: FactId,
  { id, objector, entry, text }: PublicObjection,
): Promise<Result<readonly Fact[], PerformCaseRefusal | { readonly kind: 'not-found' }>> {
  const facts = await parts.ledger.read(`application/${application}`)
  if (publicNotice(facts, code, null)?.state !== 'running') return refuse({ kind: 'not-found' })
  const pulls = caseOf(facts).filed?.submission.pulls ?? []
  const pull = entry === null ? null : pulls[entry]
  if (pull === undefined) return refuse({ kind: 'no-such-line', lines: [String(entry)] })
  const named =
    objector === 'anonymous'
      ? objector
      : { name: objector.name, ...(objector.contact === undefined ? {} : { contact: objector.contact }) }
  return performByRelay(
    parts,
    application,
    { kind: 'record-objection', objection: id, objector: named, about: pull && `pull/${pull.item}`, text },
    askedCommand(id, 'public-objection', { code, objector, entry, text }),
  )
}
