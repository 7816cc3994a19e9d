/**
 * A stage on which a case goes its way through the relay's own routes: the cast, an office of its own with an officer for every stage, three
 * experts, a plan with its seats and fees, and one archive that is ready to apply.
 */
import { createHash } from 'node:crypto'
import { foldCase } from '@yejibu/shared/case/case'
import type { CaseCommand } from '@yejibu/shared/case/case-commands'
import { isCaseFact } from '@yejibu/shared/case/case-facts'
import { type Case, type StateKind, stageOf, TERMINAL } from '@yejibu/shared/case/case-state'
import { noticeContentOf, noticeDigest } from '@yejibu/shared/case/notice-content'
import { sha256Hex } from '@yejibu/shared/kernel/canonical'
import type { Fact } from '@yejibu/shared/kernel/fact'
import type { AccountId, ApplicationId, OrgId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import { STAGE_CODES, type StageCode } from '@yejibu/shared/plan/stage-code'
import { EXPERTS, officerAt, orgFor, REGISTER } from '@yejibu/shared/testing/case-history'
import { commandsFor, type Round } from '@yejibu/shared/testing/case-moves'
import { stepFrom } from '@yejibu/shared/testing/case-walk'
import { type ReadyArchive, readyArchive } from '@yejibu/shared/testing/ready-archive'
import { performByRelay } from '../case/perform-case.ts'
import { type Answer, Stage } from './stage.ts'

export const CASE_PLAN: Plan = shaoxingEcology2022Mid({
  open: '2022-05-01T00:00:00+08:00',
  close: '2022-06-01T00:00:00+08:00',
})
export const CASE_APPLICATION = 'xumingchuan.app0000001' as ApplicationId
/** The committee's own office of the plan, whose officer in the cast is hejing. */
export const COMMITTEE = 'sx-eco-office' as OrgId

/** What shows that something was forged. */
export const FORGED = new TextEncoder().encode('%PDF-1.4\n经查证，论文系伪造。\n%%EOF\n')

const HOUR = 3_600_000
const DAY = 24 * HOUR
const REVIEWED: readonly StageCode[] = STAGE_CODES.filter((stage) => stage !== 'EMP')

/** Which notice the stage is about, with an archive that satisfies it. */
export interface Playing {
  /** Its committee's own office is `COMMITTEE`. */
  readonly plan: Plan
  readonly archive: ReadyArchive
  /** What its entries name, handed over by its owner before anything is approved. */
  readonly files?: readonly Uint8Array[]
}

export class CaseStage {
  readonly stage: Stage
  readonly application: ApplicationId
  readonly plan: Plan
  private readonly archive: ReadyArchive

  private constructor(stage: Stage, application: ApplicationId, { plan, archive }: Playing) {
    this.stage = stage
    this.application = application
    this.plan = plan
    this.archive = archive
  }

  /** @param fees in fen by code, each set by the office that charges it; the plan states no amount, so a fee that is left out stays unset */
  static async open(
    fees: Readonly<Record<string, number>> = { review: 18_000 },
    playing: Playing = { plan: CASE_PLAN, archive: readyArchive('xumingchuan') },
  ): Promise<CaseStage> {
    const stage = await Stage.withCast()
    const { office } = stage
    const { plan } = playing
    stage.clock.at = Date.parse(plan.window.open) + 9 * DAY + 16 * HOUR
    await office.performPlan(plan.id, { kind: 'publish-plan', plan }, 'hejing' as AccountId)
    for (const code of REVIEWED) {
      const { accountId, memberships } = officerAt(code)
      const role = memberships[0]?.role ?? 'department'
      const org = orgFor(code)
      const kind = role === 'department' ? 'department' : 'committee-office'
      await office.performOrg(
        { kind: 'register-org', data: { org, name: `${code} 办公室`, kind, creditCode: null } },
        'relay',
      )
      const opened = await office.accounts.open(
        { id: accountId, username: accountId, name: code, password: null },
        'relay',
      )
      if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
      await office.performOrg({ kind: 'add-member', data: { org, account: accountId, role } }, 'relay')
    }
    for (const { accountId } of EXPERTS) {
      await office.accounts.open({ id: accountId, username: accountId, name: accountId, password: null }, 'relay')
    }
    const on = new CaseStage(stage, CASE_APPLICATION, playing)
    const seats = REGISTER.filter(({ stage: code }) => code !== 'EMP').map((seat) => ({ ...seat, employers: null }))
    accepted(await on.ask('hejing', 'set-seats', { org: COMMITTEE, plan: plan.id, seats }))
    for (const { code, stage: where } of plan.fees) {
      if (fees[code] === undefined) continue
      const setting = { org: orgFor(where), plan: plan.id, fees: { [code]: fees[code] } }
      accepted(await on.ask(officerAt(where).accountId, 'set-fees', setting))
    }
    for (const bytes of playing.files ?? []) {
      const put = await office.evidence.put(
        'xumingchuan' as AccountId,
        createHash('sha256').update(bytes).digest('hex'),
        bytes,
      )
      if (!put.ok) throw new Error(put.refusal.kind)
    }
    await on.approveArchive()
    return on
  }

  private async approveArchive(): Promise<void> {
    for (const { kind, data, actor } of this.archive.history.facts) {
      if (kind !== 'revision-sent' && kind !== 'revision-approved') continue
      const { item, digest, salt, content } = data
      const isSent = kind === 'revision-sent'
      const body = isSent ? { revision: { digest, salt, content } } : { digest, verdict: 'approved', reason: null }
      const command = isSent ? 'send-revision' : 'rule-on-revision'
      accepted(await this.ask(actor, command, { archive: 'xumingchuan', item, ...body }))
    }
  }

  async ask(who: string, kind: string, body: Readonly<Record<string, unknown>>): Promise<Answer> {
    return (await this.stage.as(who)).command(kind, body)
  }

  submit(statement = '述职。', application: ApplicationId = this.application): Promise<Answer> {
    const { profile, background, paper } = this.archive
    return this.ask('xumingchuan', 'submit-application', {
      application,
      plan: this.plan.id,
      planVersion: this.plan.version,
      form: {
        type: 'normal',
        ticks: [],
        category: this.plan.categories[0]?.code ?? '',
        acceptancePoint: this.plan.acceptancePoints[0]?.code ?? '',
        statement,
      },
      pulls: [profile, ...background, paper].map(({ item, digest }) => ({ item, digest, note: null })),
    })
  }

  facts(): Promise<readonly Fact[]> {
    return this.stage.office.ledger.read(`application/${this.application}`)
  }

  async kase(): Promise<Case> {
    return foldCase((await this.facts()).filter(isCaseFact))
  }

  get now(): Date {
    return this.stage.office.config.now()
  }

  /** Everything that could be tried now, with parameters that fit the state and some that do not. */
  async commands(chain = 'A-MUNI'): Promise<readonly CaseCommand[]> {
    const kase = await this.kase()
    return commandsFor({ case: kase, plan: this.plan, now: this.now }, roundsOf(kase), chain).map(withDigests)
  }

  async move(kind: CaseCommand['kind'], chain?: string): Promise<CaseCommand> {
    const move = (await this.commands(chain)).find((command) => command.kind === kind)
    if (!move) throw new Error(`no move ${kind}`)
    return move
  }

  /** As a client sends it. */
  async does(who: string, command: CaseCommand): Promise<Answer> {
    if (command.kind === 'let-time-pass' || command.kind === 'witness-notice') {
      const done = await performByRelay(this.stage.office.publicly, this.application, command)
      if (!done.ok) throw new Error(`${command.kind} refused: ${JSON.stringify(done.refusal)}`)
      return { status: 200, headers: new Headers(), body: { facts: done.value }, refusal: undefined }
    }
    if (command.kind === 'void-application') return this.voids(who, command)
    return this.ask(who, command.kind, bodyOf(this.application, command))
  }

  /** What it rests on is handed over first, as the page does it. */
  private async voids(who: string, command: CaseCommand): Promise<Answer> {
    const sha256 = createHash('sha256').update(FORGED).digest('hex')
    await this.stage.office.evidence.put(who as AccountId, sha256, FORGED)
    return this.ask(who, command.kind, bodyOf(this.application, { ...command, evidence: [sha256] } as CaseCommand))
  }

  /** The step that leads on from here, by whoever's turn it is. */
  async step(chain = 'A-MUNI'): Promise<Answer> {
    const [actor, kind, days = 0] = stepFrom({ case: await this.kase(), plan: this.plan, now: this.now })
    this.stage.pass(days * DAY)
    const who = actor === 'relay' ? 'relay' : actor.accountId
    return accepted(await this.does(who, await this.move(kind, chain)))
  }

  async walkTo(state: StateKind, stage: StageCode | null = null, chain = 'A-MUNI'): Promise<Case> {
    for (let steps = 0; steps < 200; steps++) {
      const kase = await this.kase()
      if (kase.state.kind === state && (stage === null || stageOf(kase.state) === stage)) return kase
      if (TERMINAL.includes(kase.state.kind)) throw new Error(`ended as ${kase.state.kind}, never ${state}`)
      await this.step(chain)
    }
    throw new Error(`never ${state}`)
  }

  close(): Promise<void> {
    return this.stage.close()
  }
}

/** Where the shared tests write a word for a digest, the wire wants one. */
function withDigests(command: CaseCommand): CaseCommand {
  const named = Object.entries(command).map(([key, value]) =>
    (key === 'digest' || key === 'content') && !/^[0-9a-f]{64}$/.test(String(value))
      ? [key, sha256Hex(String(value))]
      : [key, value],
  )
  return Object.fromEntries(named) as CaseCommand
}

export function bodyOf(application: ApplicationId, { kind, ...rest }: CaseCommand): Record<string, unknown> {
  if (kind !== 'put-on-roster') return { application, ...rest }
  const { number, meeting, roster } = rest as Extract<CaseCommand, { kind: 'put-on-roster' }>
  return {
    application,
    number,
    meeting,
    roster: roster.map(({ application: id, special }) => ({ application: id, special })),
  }
}

function roundsOf({ filed }: Case): readonly Round[] {
  if (!filed) return []
  const { submission, digest } = filed
  return [{ submission, digest, notice: noticeDigest(noticeContentOf(submission)) }]
}

export function accepted(answer: Answer): Answer {
  if (answer.status !== 200) throw new Error(`refused: ${JSON.stringify(answer.refusal ?? answer.body)}`)
  return answer
}
