/**
 * `POST /api/forms/draft/<paper>.pdf`, with the body of `submit-application`: a paper that a slot of the plan wants back signed and sealed, printed
 * from the draft before it is submitted, for its owner alone. The draft is read as its submission would be, by this relay's approvals and clock, and
 * nothing is written: no fact, no case, no line. What is still missing is named in a header. Absent and not hers are one answer: 404.
 */
import { may } from '@yejibu/shared/account/access-table'
import { missingName, readDraft } from '@yejibu/shared/application/draft-reading'
import { foldCase } from '@yejibu/shared/case/case'
import { isCaseFact } from '@yejibu/shared/case/case-facts'
import { isOpenToItsOwner, planOfRound } from '@yejibu/shared/case/resubmission'
import { draftPaper } from '@yejibu/shared/forms/draft-paper'
import { ownerOfApplication } from '@yejibu/shared/kernel/ids'
import { dayInShanghai } from '@yejibu/shared/kernel/working-days'
import { SLOT_PAPERS } from '@yejibu/shared/plan/plan'
import { submitApplicationSchema } from '@yejibu/shared/wire/commands'
import { MISSING_HEADER, missingHeader } from '@yejibu/shared/wire/forms'
import { type Context, Hono } from 'hono'
import { type SituationParts, submissionSituation } from '../application/perform-submission.ts'
import { readBody } from '../http/parse.ts'
import { refused } from '../http/problem.ts'
import { atMost } from '../http/rate-limit.ts'
import type { SignedIn } from '../http/session.ts'
import { readPlan } from '../plan/plan-register.ts'
import { file } from './form-routes.ts'
import type { PdfPress } from './pdf-press.ts'

export interface DraftPaperRouteParts extends SituationParts {
  readonly press: Pick<PdfPress, 'print'>
}

/** Of one person: a whole archive is read for each, and a page takes a fraction of a second of a core. */
const PRINTS = { times: 60, perSeconds: 60 }

export function draftPaperRoutes(parts: DraftPaperRouteParts): Hono<SignedIn> {
  const { ledger, press, now } = parts
  return new Hono<SignedIn>()
    .use(
      '*',
      atMost(PRINTS, (c: Context<SignedIn>) => c.var.actor.accountId),
    )
    .post('/:file{.+\\.pdf}', async (c) => {
      const name = c.req.param('file').slice(0, -'.pdf'.length)
      const paper = SLOT_PAPERS.find((one) => one === name)
      if (!paper) return refused(c, { kind: 'not-found' })
      const body = await readBody(c, submitApplicationSchema)
      if (!body.ok) return refused(c, body.refusal)
      const { application, plan: id, planVersion, form, pulls, filing } = body.value
      const { actor } = c.var
      if (!may(actor, 'draft', 'print', { owner: ownerOfApplication(application) })) {
        return refused(c, { kind: 'not-found' })
      }
      const kase = foldCase((await ledger.read(`application/${application}`)).filter(isCaseFact))
      const published = await readPlan(ledger, id)
      const plan = published && planOfRound(kase, published, now())
      const command = { application, plan: id, planVersion, form, pulls, ...(filing ? { filing } : {}) }
      const situation = await submissionSituation(parts, command, actor, plan)
      const read = readDraft(command, {
        ...situation,
        // Before an employer or an office it is no draft; once it lies with its owner again it is.
        submittedAt: isOpenToItsOwner(kase) ? null : situation.submittedAt,
      })
      if (!read.ok) return refused(c, read.refusal)
      const printed = plan && draftPaper(plan, read.value, paper)
      if (!printed) return refused(c, { kind: 'not-found' })
      const pdf = await press.print({
        form: printed.form,
        printedOn: dayInShanghai(now()),
        origin: null,
        pictures: new Map(),
      })
      c.header(MISSING_HEADER, missingHeader(printed.missing.map(missingName)))
      return file(c, pdf, `${printed.form.title}（申报前打印）.pdf`)
    })
}
