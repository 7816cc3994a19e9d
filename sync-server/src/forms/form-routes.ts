/**
 * `GET /api/forms/application/<id>` lists what the asker may print about one submission, `…/<kind>.pdf` prints it; `GET /api/forms/plan/<id>` lists
 * what she may print about the people of her organisations, `…/<org>/<kind>.pdf` and `…/<org>/roster.xlsx` print it. Absent and not allowed are
 * one answer: 404.
 */
import type { Actor } from '@yejibu/shared/account/actor'
import { CATALOGUE, offersFor, printedFor } from '@yejibu/shared/forms/catalogue'
import type { Form } from '@yejibu/shared/forms/form'
import { isFormKind } from '@yejibu/shared/forms/form'
import { type FormKind, formNumber } from '@yejibu/shared/forms/form-kind'
import { groupAudience, groupFor, groupForm, groupKinds, rosterSubjects } from '@yejibu/shared/forms/group-forms'
import { isFinal } from '@yejibu/shared/forms/moments'
import { rosterTable } from '@yejibu/shared/forms/roster-form'
import type { Subject } from '@yejibu/shared/forms/subject'
import {
  type AccountId,
  applicationIdSchema,
  type OrgId,
  orgIdSchema,
  type PlanId,
  planIdSchema,
} from '@yejibu/shared/kernel/ids'
import { dayInShanghai } from '@yejibu/shared/kernel/working-days'
import type { GroupOffers, Offers } from '@yejibu/shared/wire/forms'
import { type Context, Hono } from 'hono'
import type { Diary } from '../account/diary.ts'
import type { Directory } from '../account/directory.ts'
import { noteCase } from '../case/note-case.ts'
import { refused } from '../http/problem.ts'
import { atMost } from '../http/rate-limit.ts'
import type { SignedIn } from '../http/session.ts'
import type { FormSubjects } from './form-subjects.ts'
import type { PdfPress } from './pdf-press.ts'

export interface FormRouteParts {
  readonly subjects: FormSubjects
  readonly press: PdfPress
  readonly directory: Pick<Directory, 'membershipsOf'>
  readonly diary: Diary
  /** Writes down that its owner exported the form she hands in, the first time she does. */
  noteExport(subject: Subject, actor: Actor): Promise<void>
  /** Under which anybody looks a code up; null where only the request itself says. */
  readonly origin: string | null
  now(): Date
}

/** Of one person: a page takes a fraction of a second of a core. */
const PRINTS = { times: 120, perSeconds: 60 }

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function formRoutes(parts: FormRouteParts): Hono<SignedIn> {
  const { subjects, press, directory, diary, noteExport, now } = parts

  const noteAll = async ({ var: { actor } }: Context<SignedIn>, people: readonly Subject[], org: OrgId | null) => {
    for (const { case: kase, submission } of people)
      await noteCase(diary, actor, kase, submission.application, 'export', org)
  }

  const printed = async (c: Context<SignedIn>, form: Form, owners: readonly AccountId[]) => {
    const pictures = await subjects.picturesFor(form, owners)
    const origin = originOf(c, parts.origin)
    return file(c, await press.print({ form, printedOn: dayInShanghai(now()), origin, pictures }), `${form.title}.pdf`)
  }

  /** The people of a group form for somebody who may print it, else nobody. */
  const groupOf = async (
    c: Context<SignedIn>,
    plan: PlanId,
    org: OrgId,
    kind: FormKind,
  ): Promise<readonly Subject[]> => {
    const audience = groupAudience(c.var.actor, org)
    if (audience === null || !groupKinds(audience).includes(kind)) return []
    return groupFor(kind, await subjects.underPlan(plan, org), org, audience)
  }

  return new Hono<SignedIn>()
    .use(
      '*',
      atMost(PRINTS, (c: Context<SignedIn>) => c.var.actor.accountId),
    )
    .get('/application/:application', async (c) => {
      const subject = await readSubject(subjects, c.req.param('application'))
      const offers = subject ? offersFor(c.var.actor, subject) : []
      return offers.length === 0 ? refused(c, { kind: 'not-found' }) : c.json({ offers: [...offers] } satisfies Offers)
    })
    .get('/application/:application/:file{.+\\.pdf}', async (c) => {
      const kind = c.req.param('file').slice(0, -'.pdf'.length)
      const subject = isFormKind(kind) ? await readSubject(subjects, c.req.param('application')) : null
      const form = subject && isFormKind(kind) ? printedFor(c.var.actor, subject, kind) : null
      if (!subject || !form) return refused(c, { kind: 'not-found' })
      const answer = await printed(c, form, [subject.submission.owner])
      await noteAll(c, [subject], null)
      if (kind === 'evaluation' && isFinal(subject)) await noteExport(subject, c.var.actor)
      return answer
    })
    .get('/plan/:plan', async (c) => {
      const plan = planIdSchema.safeParse(c.req.param('plan'))
      const groups: GroupOffers['groups'] = []
      if (!plan.success) return c.json({ groups })
      const orgs = new Map(
        (await directory.membershipsOf(c.var.actor.accountId)).map(({ orgId, orgName }) => [orgId, orgName]),
      )
      for (const [org, orgName] of orgs) {
        const audience = groupAudience(c.var.actor, org)
        if (audience === null) continue
        const all = await subjects.underPlan(plan.data, org)
        for (const kind of groupKinds(audience)) {
          const people = groupFor(kind, all, org, audience).length
          const { title, purpose } = CATALOGUE[kind]
          if (people > 0) groups.push({ org, orgName, kind, number: formNumber(kind), title, purpose, people })
        }
      }
      return c.json({ groups } satisfies GroupOffers)
    })
    .get('/plan/:plan/:org/roster.xlsx', async (c) => {
      const named = namedGroup(c.req.param())
      const people = named ? await groupOf(c, named.plan, named.org, 'roster') : []
      const [first] = people
      if (!named || !first) return refused(c, { kind: 'not-found' })
      await noteAll(c, people, named.org)
      return file(c, await press.sheet(rosterTable(rosterSubjects(people), first.plan)), '评审对象花名册.xlsx', SHEET)
    })
    .get('/plan/:plan/:org/:file{.+\\.pdf}', async (c) => {
      const named = namedGroup(c.req.param())
      const kind = c.req.param('file').slice(0, -'.pdf'.length)
      if (!named || !isFormKind(kind)) return refused(c, { kind: 'not-found' })
      const people = await groupOf(c, named.plan, named.org, kind)
      const orgName = people[0]?.officeNames[named.org] ?? ''
      const form = groupForm(kind, people, { name: orgName })
      if (!form) return refused(c, { kind: 'not-found' })
      await noteAll(c, people, named.org)
      return printed(c, form, [])
    })
}

async function readSubject(subjects: FormSubjects, application: string): Promise<Subject | null> {
  const parsed = applicationIdSchema.safeParse(application)
  return parsed.success ? subjects.of(parsed.data) : null
}

function namedGroup({
  plan,
  org,
}: {
  plan: string
  org: string
}): { readonly plan: PlanId; readonly org: OrgId } | null {
  const [ofPlan, ofOrg] = [planIdSchema.safeParse(plan), orgIdSchema.safeParse(org)]
  return ofPlan.success && ofOrg.success ? { plan: ofPlan.data, org: ofOrg.data } : null
}

/** What stands on the paper: the office's own address where one is set, else where the page was asked for. */
export function originOf(c: Context, configured: string | null): string {
  return configured ?? new URL(c.req.url).origin
}

export function file(c: Context, bytes: Uint8Array, name: string, type = 'application/pdf'): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'private, no-store',
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  })
}
