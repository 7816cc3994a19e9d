/**
 * `GET /api/forms/meetings/<plan>/<org>` lists the meetings of an office under a plan, `…/<stage>/minutes.pdf?meeting=` prints one's minutes. They are
 * the committee's own: for officers of the office that held the meeting. Absent and not allowed are one answer: 404.
 */

import { isCaseFact } from '@yejibu/shared/case/case-facts'
import { orgAt } from '@yejibu/shared/case/chain'
import { meetingsOf } from '@yejibu/shared/case/meeting-record'
import { mayInCase, readerOf } from '@yejibu/shared/case/visible-facts'
import { officesOf } from '@yejibu/shared/forms/catalogue'
import { type Attended, isOf, meetingMinutes } from '@yejibu/shared/forms/meeting-minutes'
import { type AccountId, orgIdSchema, planIdSchema } from '@yejibu/shared/kernel/ids'
import { dayInShanghai } from '@yejibu/shared/kernel/working-days'
import { stageCodeSchema } from '@yejibu/shared/plan/stage-code'
import type { Meetings } from '@yejibu/shared/wire/forms'
import { type Context, Hono } from 'hono'
import type { Diary } from '../account/diary.ts'
import type { Directory } from '../account/directory.ts'
import { noteCase } from '../case/note-case.ts'
import { refused } from '../http/problem.ts'
import { atMost } from '../http/rate-limit.ts'
import type { SignedIn } from '../http/session.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { file, originOf } from './form-routes.ts'
import type { FormSubjects } from './form-subjects.ts'
import type { PdfPress } from './pdf-press.ts'

export interface MeetingRouteParts {
  readonly subjects: Pick<FormSubjects, 'underPlan'>
  readonly ledger: Pick<Ledger, 'read'>
  readonly press: Pick<PdfPress, 'print'>
  readonly directory: Pick<Directory, 'person' | 'orgs'>
  readonly diary: Diary
  /** Under which anybody looks a code up; null where only the request itself says. */
  readonly origin: string | null
  now(): Date
}

/** All cases under a plan are read for one list. */
const LOOKS = { times: 60, perSeconds: 60 }

export function meetingRoutes(parts: MeetingRouteParts): Hono<SignedIn> {
  const { subjects, ledger, press, directory, diary, now } = parts

  /** Everybody whom a meeting of this office was about, once for each meeting. */
  const attendedAt = async (c: Context<SignedIn>): Promise<readonly Attended[]> => {
    const [plan, org] = [planIdSchema.safeParse(c.req.param('plan')), orgIdSchema.safeParse(c.req.param('org'))]
    if (!plan.success || !org.success || !officesOf(c.var.actor).includes(org.data)) return []
    const all: Attended[] = []
    for (const subject of await subjects.underPlan(plan.data, org.data)) {
      const { route } = subject.case
      // The same people as its page of the case shows panel and votes to.
      if (route === null || !mayInCase(readerOf(c.var.actor, subject.case), 'see-meeting')) continue
      const facts = (await ledger.read(`application/${subject.submission.application}`)).filter(isCaseFact)
      const own = meetingsOf(facts).filter(({ stage }) => orgAt(route, stage) === org.data)
      all.push(...own.map((record) => ({ subject, record })))
    }
    return all
  }

  const namesOf = async (accounts: readonly AccountId[]): Promise<(account: AccountId) => string> => {
    const names = new Map<AccountId, string>()
    for (const account of accounts) names.set(account, (await directory.person(account))?.name ?? account)
    return (account) => names.get(account) ?? account
  }

  return new Hono<SignedIn>()
    .use(
      '*',
      atMost(LOOKS, (c: Context<SignedIn>) => c.var.actor.accountId),
    )
    .get('/:plan/:org', async (c) => {
      const meetings: Meetings['meetings'] = []
      for (const { record } of await attendedAt(c)) {
        const { stage, meeting, ballot } = record
        const known = meetings.find((one) => isOf(record, one))
        const entry = known ?? { stage, meeting: meeting.meeting, people: 0, decided: 0 }
        if (!known) meetings.push(entry)
        entry.people += 1
        entry.decided += ballot === null ? 0 : 1
      }
      return c.json({ meetings } satisfies Meetings)
    })
    .get('/:plan/:org/:stage/minutes.pdf', async (c) => {
      const stage = stageCodeSchema.safeParse(c.req.param('stage'))
      const meeting = c.req.query('meeting') ?? ''
      const attended = stage.success ? await attendedAt(c) : []
      const [first, ...others] = attended.filter(
        ({ record }) => stage.success && isOf(record, { stage: stage.data, meeting }),
      )
      if (!first) return refused(c, { kind: 'not-found' })
      const all = [first, ...others] as const
      const people = all.flatMap(({ record }) => [
        ...record.meeting.panel,
        ...record.recused.map(({ account }) => account),
      ])
      const office = (await directory.orgs()).find(({ id }) => id === c.req.param('org'))?.name ?? ''
      const form = meetingMinutes(all, office, await namesOf(people))
      for (const { subject } of all)
        await noteCase(diary, c.var.actor, subject.case, subject.submission.application, 'export')
      const sheet = { form, printedOn: dayInShanghai(now()), origin: originOf(c, parts.origin), pictures: new Map() }
      return file(c, await press.print(sheet), `${form.title} ${meeting}.pdf`)
    })
}
