/** 委托评审: the letter by which a case goes before a committee of others (domain §4.5, D-ENTRUST). It leads nowhere by itself. */
import { ok } from '../../kernel/result.ts'
import type { CaseCommandOf, CaseSituation, Decided, FiledCase } from '../case-commands.ts'
import { soundLetter } from '../letter.ts'
import { mandatorOf, mayBeMandated } from '../mandate.ts'
import { notNow } from './words.ts'

/** While the office has passed the case and the committee has not got it; a second letter takes the place of the first. */
export function issueMandate(
  kase: FiledCase,
  { kind: _kind, digest, ...written }: CaseCommandOf<'issue-mandate'>,
  { plan }: CaseSituation,
): Decided {
  const by = kase.route && mandatorOf(plan, kase.route)
  if (!by || !mayBeMandated(kase, plan)) return notNow(kase)
  const letter = soundLetter(written)
  if (!letter.ok) return letter
  return ok([{ kind: 'review-mandated', data: { digest, ...letter.value, ...by } }])
}
