/** `/api/cases`: lists and cases at a desk (shared/src/wire/cases.ts). Nothing is told of a case that the asker may not read, not even that it is there. */
import { may } from '@yejibu/shared/account/access-table'
import type { Actor } from '@yejibu/shared/account/actor'
import { filesNamed } from '@yejibu/shared/application/filing'
import { voidedBecauseOf } from '@yejibu/shared/case/ban'
import { isCaseFact } from '@yejibu/shared/case/case-facts'
import { type Case, type StateKind, stageOf } from '@yejibu/shared/case/case-state'
import { isShownTo, mayInCase, type ReaderOfCase, readerOf, stateShownTo } from '@yejibu/shared/case/visible-facts'
import type { Fact } from '@yejibu/shared/kernel/fact'
import { type AccountId, type ApplicationId, applicationIdSchema } from '@yejibu/shared/kernel/ids'
import { type CaseDetail, type CasePage, type CaseRow, caseQuerySchema } from '@yejibu/shared/wire/cases'
import { Hono } from 'hono'
import type { Diary } from '../account/diary.ts'
import type { Directory } from '../account/directory.ts'
import type { EvidenceStore } from '../evidence/evidence.ts'
import { fileAnswer } from '../evidence/file-answer.ts'
import { parseWith } from '../http/parse.ts'
import { refused } from '../http/problem.ts'
import type { SignedIn } from '../http/session.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { CaseDesk } from './case-desk.ts'
import { noteCase } from './note-case.ts'
import { caseOf } from './perform-case.ts'

export interface CaseRouteParts {
  readonly desk: CaseDesk
  readonly ledger: Pick<Ledger, 'read'>
  readonly evidence: Pick<EvidenceStore, 'held' | 'fetched'>
  readonly diary: Diary
  readonly directory: Pick<Directory, 'person' | 'orgs'>
}

interface OpenCase {
  readonly kase: Case
  readonly facts: readonly Fact[]
  readonly reader: ReaderOfCase
  readonly owner: AccountId
  readonly application: ApplicationId
}

export function caseRoutes({ desk, ledger, evidence, diary, directory }: CaseRouteParts): Hono<SignedIn> {
  const open = async (actor: Actor, id: string): Promise<OpenCase | null> => {
    const application = applicationIdSchema.safeParse(id)
    if (!application.success) return null
    const facts = await ledger.read(`application/${application.data}`)
    const kase = caseOf(facts)
    const reader = readerOf(actor, kase)
    const owner = kase.filed?.submission.owner
    return reader && mayInCase(reader, 'read') && owner
      ? { kase, facts, reader, owner, application: application.data }
      : null
  }
  const sitsOn = async ({ accountId }: Actor, application: string) => {
    const { state } = caseOf(await ledger.read(`application/${application}`))
    return (
      state.kind === 'meeting-pending' &&
      state.meeting.panel.includes(accountId) &&
      !Object.hasOwn(state.recused, accountId)
    )
  }
  /** As whom a list's reader is told the row's state. Of an office's readers only the vote is kept from some, so no other row is folded for it. */
  const readerOfRow = async (actor: Actor, { state, application }: CaseRow): Promise<ReaderOfCase> =>
    state === 'meeting-passed' ? ((await open(actor, application))?.reader ?? 'office') : 'office'
  return new Hono<SignedIn>()
    .get('/', async (c) => {
      const query = parseWith(caseQuerySchema, c.req.query())
      if (!query.ok) return refused(c, query.refusal)
      const { actor } = c.var
      if (!may(actor, 'desks', 'list', { org: query.value.org })) return refused(c, { kind: 'not-yours' })
      const page = await desk.page(query.value, actor.accountId)
      const rows: CaseRow[] = []
      for (const row of page.rows) rows.push(shown(row, await readerOfRow(actor, row)))
      return c.json({ ...page, rows } satisfies CasePage)
    })
    .get('/mine', async (c) => {
      const rows = await desk.ofOwner(c.var.actor.accountId)
      return c.json({ rows: rows.map((row) => shown(row, 'owner')) })
    })
    .get('/panel', async (c) => {
      const { actor } = c.var
      const rows: CaseRow[] = []
      for (const row of await desk.everOnPanel(actor.accountId)) {
        // Who stood aside, or sits on an earlier panel alone, judges it no more.
        if (await sitsOn(actor, row.application)) rows.push(shown(row, 'expert'))
      }
      return c.json({ rows })
    })
    .get('/:application', async (c) => {
      const { actor } = c.var
      const found = await open(actor, c.req.param('application'))
      if (!found) return refused(c, { kind: 'not-found' })
      await noteCase(diary, actor, found.kase, found.application, 'case')
      const { kase, facts, reader } = found
      const state = stateShownTo(reader, kase.state.kind)
      const seen = facts.filter((fact) => isShownTo(reader, actor, fact))
      return c.json({
        reader,
        state,
        stage: stageOf(kase.state),
        facts: seen.map((fact) => ({ ...fact })),
        names: reader === 'owner' ? {} : await namesIn(directory, seen),
        orgs: await orgsOf(directory, kase),
      } satisfies CaseDetail)
    })
    .get('/:application/files/:sha256', async (c) => {
      const { actor } = c.var
      const found = await open(actor, c.req.param('application'))
      const sha256 = c.req.param('sha256')
      const holder = found && holderOf(found, sha256)
      const held = holder ? await evidence.held(holder, sha256) : null
      if (!found || !held) return refused(c, { kind: 'not-found' })
      await noteCase(diary, actor, found.kase, found.application, 'file')
      return fileAnswer(c, held, await evidence.fetched(sha256))
    })
}

/** Whose file it is, as far as this reader may see it: what was filed, and among offices what a falsification rests on. */
function holderOf({ kase, facts, reader, owner }: OpenCase, sha256: string): AccountId | null {
  if (kase.filed && namedIn(kase.filed.submission).has(sha256)) return mayInCase(reader, 'open-file') ? owner : null
  if (!mayInCase(reader, 'open-grounds')) return null
  const by = voidedBecauseOf(facts.filter(isCaseFact)).find((one) => one.sha256 === sha256)?.by
  return by === undefined || by === 'relay' ? null : by
}

function shown(row: CaseRow, reader: ReaderOfCase): CaseRow {
  return { ...row, state: stateShownTo(reader, row.state as StateKind) }
}

function namedIn(submission: NonNullable<Case['filed']>['submission']): ReadonlySet<string> {
  const { profile, pulls, filing } = submission
  const evidence = [profile, ...pulls].flatMap(({ content }) => content.evidence.map(({ sha256 }) => sha256))
  return new Set([
    ...evidence,
    ...(filing ? filesNamed({ asks: [...filing.asked] }, filing).map(({ sha256 }) => sha256) : []),
  ])
}

async function namesIn(directory: Pick<Directory, 'person'>, facts: readonly Fact[]): Promise<CaseDetail['names']> {
  const named = facts.filter(isCaseFact).flatMap((fact) => {
    return fact.kind === 'placed-on-roster' ? [fact.actor, ...fact.data.meeting.panel] : [fact.actor]
  })
  const names: Record<string, string> = {}
  for (const account of new Set(named)) {
    const person = account === 'relay' ? null : await directory.person(account)
    if (person) names[account] = person.name
  }
  return names
}

async function orgsOf(directory: Pick<Directory, 'orgs'>, { route, decisions }: Case): Promise<CaseDetail['orgs']> {
  const wanted = new Set<string>([...(route?.stops ?? []), ...decisions].map(({ org }) => org))
  const known = await directory.orgs()
  return Object.fromEntries(known.filter(({ id }) => wanted.has(id)).map(({ id, name }) => [id, name]))
}
