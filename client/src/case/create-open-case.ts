/**
 * One case as the relay shows it to this person, folded from the facts she may see, and the steps she asks for, at once (`platform/ask-at-once.ts`). What
 * turns out to be older than the relay's is read again. Away from the relay a case that was opened here before is shown as it was read last.
 */
import { foldCase } from '@yejibu/shared/case/case'
import { isCaseFact, type RecordedCaseFact } from '@yejibu/shared/case/case-facts'
import type { Case } from '@yejibu/shared/case/case-state'
import type { Fact } from '@yejibu/shared/kernel/fact'
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import { type Plan, planSchema } from '@yejibu/shared/plan/plan'
import type { AskedCaseKind, CaseBody } from '@yejibu/shared/wire/case-commands'
import { type CaseDetail, caseDetailSchema } from '@yejibu/shared/wire/cases'
import { type Accessor, batch, createMemo, createResource, createSignal } from 'solid-js'
import * as z from 'zod/mini'
import { type Api, type ApiRefusal, isPassing } from '../platform/api.ts'
import { askAtOnce } from '../platform/ask-at-once.ts'
import type { AccountDatabase } from '../platform/database.ts'
import { createAskingAgain } from '../sync/create-asking-again.ts'
import { isOutdated } from './case-refusal.ts'
import { forgetCase, keepCase, keepPlan, keptCase, keptPlan } from './kept-case.ts'

export type StepBody<Kind extends AskedCaseKind> = Omit<CaseBody<Kind>, 'id' | 'expected' | 'application'>

export interface OpenCase {
  readonly application: ApplicationId
  readonly kase: Accessor<Case | null>
  readonly facts: Accessor<readonly RecordedCaseFact[]>
  readonly reader: Accessor<CaseDetail['reader'] | null>
  /** Who acted, where this reader is told people. */
  nameOf(account: string): string | undefined
  orgName(org: string): string | undefined
  /** The version of the plan that it was made for. */
  readonly plan: Accessor<Plan | undefined>
  /** Under which the newest notice is read by anybody: the id of the fact that started it. */
  readonly noticeCode: Accessor<string | null>
  /** When what is shown was read, ISO 8601 by this device's clock, where that was before the page was opened: then it is for reading alone. */
  readonly keptAt: Accessor<string | null>
  /** Why it could not be read; null when it was. */
  readonly trouble: Accessor<ApiRefusal | null>
  /** What is being asked for. */
  readonly busy: Accessor<AskedCaseKind | null>
  /** Why the last step was refused. */
  readonly refusal: Accessor<ApiRefusal | null>
  dismiss(): void
  refresh(): Promise<void>
  /** Resolves with whether it was done. */
  ask<Kind extends AskedCaseKind>(kind: Kind, body: StepBody<Kind>): Promise<boolean>
}

export interface OpenCaseParts {
  readonly api: Pick<Api, 'call'>
  readonly database: Pick<AccountDatabase, 'settings'>
  readonly application: ApplicationId
  /** At least 20 bytes from a cryptographic source. */
  readonly randomBytes: () => Uint8Array
  readonly now?: () => Date
}

const versionSchema = z.object({ plan: planSchema })

/** Owned by the page that asks. It is read again whenever the relay says that her lists changed. */
export function createOpenCase(parts: OpenCaseParts): OpenCase {
  const { api, database, application, randomBytes, now = () => new Date() } = parts
  const [detail, setDetail] = createSignal<CaseDetail | null>(null)
  const [keptAt, setKeptAt] = createSignal<string | null>(null)
  const [trouble, setTrouble] = createSignal<ApiRefusal | null>(null)
  const [busy, setBusy] = createSignal<AskedCaseKind | null>(null)
  const [refusal, setRefusal] = createSignal<ApiRefusal | null>(null)
  const send = askAtOnce(api, randomBytes)
  let said = ''
  let asked = 0
  let answered = 0

  const refresh = async (): Promise<void> => {
    const turn = ++asked
    const answer = await api.call('GET', `/api/cases/${encodeURIComponent(application)}`, caseDetailSchema)
    // What was asked before something she has the answer to is older than what is shown: it would undo her own step on the page.
    if (turn < answered) return
    answered = turn
    if (!answer.ok) {
      // No longer hers to read: it goes from the page and from this device. Away from the relay it stays as it was read.
      const isAway = isPassing(answer.refusal)
      if (!isAway) await forgetCase(database, application)
      const kept = isAway && detail() === null ? await keptCase(database, application) : null
      batch(() => {
        setTrouble(answer.refusal)
        if (!isAway) setDetail(null)
        if (kept && detail() === null) {
          setDetail(kept.detail)
          setKeptAt(kept.at)
        }
      })
      return
    }
    batch(() => {
      setTrouble(null)
      setKeptAt(null)
      const saying = JSON.stringify([answer.value.state, answer.value.facts.at(-1)?.hash])
      if (saying !== said) setDetail(answer.value)
      said = saying
    })
    await keepCase(database, application, { at: now().toISOString(), detail: answer.value })
  }
  void refresh()
  createAskingAgain(database, () => void refresh())

  const facts = createMemo(() => (detail()?.facts ?? []).map(asFact).filter(isCaseFact))
  const kase = createMemo(() => (detail() === null ? null : foldCase(facts())))
  const named = createMemo(() => kase()?.filed?.submission.plan, undefined, {
    equals: (a, b) => a?.id === b?.id && a?.version === b?.version,
  })
  const [plan] = createResource(named, async ({ id, version }) => {
    const answer = await api.call('GET', `/api/plans/${encodeURIComponent(id)}/${version}`, versionSchema)
    if (!answer.ok) return keptPlan(database, id, version)
    await keepPlan(database, answer.value.plan)
    return answer.value.plan
  })

  return {
    application,
    kase,
    facts,
    reader: () => detail()?.reader ?? null,
    nameOf: (account) => detail()?.names[account],
    orgName: (org) => detail()?.orgs[org],
    plan: () => (plan.state === 'ready' ? plan() : undefined),
    noticeCode: () => noticeCodeIn(detail()?.facts ?? []),
    keptAt,
    trouble,
    busy,
    refusal,
    dismiss: () => setRefusal(null),
    refresh,
    async ask(kind, body) {
      setBusy(() => kind)
      setRefusal(null)
      const answer = await send(kind, { application, ...body })
      if (answer.ok || isOutdated(answer.refusal)) await refresh()
      batch(() => {
        if (!answer.ok) setRefusal(answer.refusal)
        setBusy(null)
      })
      return answer.ok
    },
  }
}

/** The id of the fact that opened the newest notice, the employer's, of a list or of a result: under it anybody reads it. */
export function noticeCodeIn(facts: readonly { readonly id: string; readonly kind: string }[]): string | null {
  return facts.findLast(({ kind }) => OPENS_NOTICE.includes(kind))?.id ?? null
}

const OPENS_NOTICE: readonly string[] = ['notice-started', 'list-posted', 'result-notice-opened']

/** The envelope was parsed; who may see which is the relay's matter. */
function asFact(parsed: CaseDetail['facts'][number]): Fact {
  return parsed as Fact
}
