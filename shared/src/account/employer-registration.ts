/**
 * How an employer comes into the office (domain §2.3): its HR lead names it, has the printed 委托证明 sealed, sends the scan, the operator judges
 * that very scan, and the lead binds the employer. Facts in `org/<id>`, before and up to `org-registered`, which is the binding.
 *
 * Always true: nobody but the account that registered it acts for an employer that is not bound; the judgement names the scan that was
 * judged; a credit code belongs to one employer from the approval on. What was typed may be corrected until a scan waits for its judgement.
 */
import type { Fact, NewFact } from '../kernel/fact.ts'
import type { AccountId, OrgId } from '../kernel/ids.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { may } from './access-table.ts'
import type { Actor } from './actor.ts'
import { judgeCreditCode } from './credit-code.ts'
import type { MemberAdded, OrgRegistered } from './org.ts'

export const EMPLOYER_NATURES = ['institution', 'enterprise', 'social-organisation', 'other'] as const
export type EmployerNature = (typeof EMPLOYER_NATURES)[number]

/** What the lead says of the employer. All of it is printed on the 委托证明. */
export interface EmployerParticulars {
  /** In full, as on the seal. */
  readonly name: string
  /** In ASCII, upper case. */
  readonly creditCode: string
  readonly nature: EmployerNature
  /** Where it lies, e.g. 浙江省绍兴市越城区. */
  readonly region: string
  /** The competent department, e.g. 绍兴市生态环境局. */
  readonly department: string
  /** Whom to ask, and under which number. */
  readonly contact: string
  readonly phone: string
}

/** The named scan of the sealed 委托证明. */
interface Scan {
  readonly org: OrgId
  readonly sha256: string
}

export type EmployerApplied = NewFact<
  'employer-applied',
  EmployerParticulars & { readonly org: OrgId; readonly lead: AccountId }
>
export type AuthorisationSent = NewFact<'authorisation-sent', Scan>
export type AuthorisationApproved = NewFact<'authorisation-approved', Scan>
export type AuthorisationRefused = NewFact<'authorisation-refused', Scan & { readonly reason: string }>
export type RegistrationFact = EmployerApplied | AuthorisationSent | AuthorisationApproved | AuthorisationRefused

export const REGISTRATION_STAGES = ['registered', 'authorisation-pending', 'active', 'bound'] as const
export type RegistrationStage = (typeof REGISTRATION_STAGES)[number]

export interface Registration {
  readonly particulars: EmployerApplied['data']
  readonly stage: RegistrationStage
  /** The scan sent last; null before the first. */
  readonly sha256: string | null
  /** Why the scan sent last was refused; null when it was not. */
  readonly reason: string | null
}

export type RegistrationCommand =
  | { readonly kind: 'register-employer'; readonly org: OrgId; readonly particulars: EmployerParticulars }
  | { readonly kind: 'send-authorisation'; readonly org: OrgId; readonly sha256: string }
  | { readonly kind: 'approve-employer'; readonly org: OrgId; readonly sha256: string }
  | { readonly kind: 'refuse-employer'; readonly org: OrgId; readonly sha256: string; readonly reason: string }
  | { readonly kind: 'bind-employer'; readonly org: OrgId }

export interface RegistrationSituation {
  readonly actor: Actor
  /** The organisation is in the register already, by this way or another. */
  readonly isBound: boolean
  /** Another employer, bound or approved, that has this credit code. */
  readonly codeHolder: { readonly org: OrgId; readonly name: string } | null
  /** Another registration of the same person that is not bound yet. */
  readonly openRegistration: OrgId | null
  /** The scan named lies on the relay, for this very registration. */
  readonly hasScan: boolean
}

export type RegistrationRefusal =
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'no-such-org' }
  | { readonly kind: 'org-exists'; readonly name: string }
  | { readonly kind: 'particulars-refused'; readonly fields: readonly (keyof EmployerParticulars)[] }
  | { readonly kind: 'credit-code-taken'; readonly name: string }
  | { readonly kind: 'registration-open'; readonly org: OrgId }
  | { readonly kind: 'registration-elsewhere'; readonly stage: RegistrationStage }
  | { readonly kind: 'authorisation-not-here' }
  | { readonly kind: 'authorisation-moved-on'; readonly saw: string; readonly current: string }
  | { readonly kind: 'reason-required'; readonly minChars: number; readonly maxChars: number }

/** V-REASON. */
const REASON = { minChars: 2, maxChars: 500 } as const
/** Characters of a line of the form. */
export const PARTICULAR_CHARS = { min: 2, max: 100 } as const

/** Which particulars cannot stand. A credit code whose check differs can: it is a warning (domain §7.1 V-ORG-1). */
export function wrongParticulars(particulars: EmployerParticulars): readonly (keyof EmployerParticulars)[] {
  const { creditCode, nature: _nature, ...lines } = particulars
  const wrong = (Object.keys(lines) as (keyof typeof lines)[]).filter((field) => {
    const count = [...lines[field].trim()].length
    return count < PARTICULAR_CHARS.min || count > PARTICULAR_CHARS.max
  })
  return judgeCreditCode(creditCode) === 'malformed' ? [...wrong, 'creditCode'] : wrong
}

/** May she ask this at all, before anything of the registration is told? */
export function mayAskRegistration(command: RegistrationCommand, actor: Actor, lead: AccountId | null): boolean {
  if (command.kind === 'register-employer') return lead === null || lead === actor.accountId
  return may(actor, 'registration', command.kind, { owner: lead })
}

/** @param registration null before `register-employer` */
export function decideRegistration(
  registration: Registration | null,
  command: RegistrationCommand,
  situation: RegistrationSituation,
): Result<readonly (RegistrationFact | OrgRegistered | MemberAdded)[], RegistrationRefusal> {
  const { actor, codeHolder } = situation
  const { org } = command
  if (!mayAskRegistration(command, actor, registration?.particulars.lead ?? null)) return refuse({ kind: 'not-yours' })
  if (command.kind === 'register-employer') {
    const particulars = tidied(command.particulars)
    if (situation.isBound) return refuse({ kind: 'org-exists', name: registration?.particulars.name ?? '' })
    if (registration && registration.stage !== 'registered') return elsewhere(registration)
    const fields = wrongParticulars(particulars)
    if (fields.length > 0) return refuse({ kind: 'particulars-refused', fields })
    if (codeHolder) return refuse({ kind: 'credit-code-taken', name: codeHolder.name })
    if (situation.openRegistration) return refuse({ kind: 'registration-open', org: situation.openRegistration })
    return ok([{ kind: 'employer-applied', data: { org, lead: actor.accountId, ...particulars } }])
  }
  if (!registration) return refuse({ kind: 'no-such-org' })
  const { stage, particulars } = registration
  if (command.kind === 'bind-employer') {
    if (stage !== 'active') return elsewhere(registration)
    const { name, creditCode, lead } = particulars
    return ok([
      { kind: 'org-registered', data: { org, name, kind: 'employer', creditCode } },
      { kind: 'member-added', data: { org, account: lead, role: 'hr-lead' } },
    ])
  }
  const { sha256 } = command
  if (command.kind === 'send-authorisation') {
    if (stage !== 'registered') return elsewhere(registration)
    if (!situation.hasScan) return refuse({ kind: 'authorisation-not-here' })
    return ok([{ kind: 'authorisation-sent', data: { org, sha256 } }])
  }
  if (stage !== 'authorisation-pending') return elsewhere(registration)
  if (registration.sha256 !== sha256) {
    return refuse({ kind: 'authorisation-moved-on', saw: sha256, current: registration.sha256 ?? '' })
  }
  if (command.kind === 'refuse-employer') {
    const reason = command.reason.trim()
    const count = [...reason].length
    if (count < REASON.minChars || count > REASON.maxChars) return refuse({ kind: 'reason-required', ...REASON })
    return ok([{ kind: 'authorisation-refused', data: { org, sha256, reason } }])
  }
  if (codeHolder) return refuse({ kind: 'credit-code-taken', name: codeHolder.name })
  return ok([{ kind: 'authorisation-approved', data: { org, sha256 } }])
}

export function evolveRegistration(before: Registration | null, fact: NewFact): Registration | null {
  if (isRegistrationFact(fact) && fact.kind === 'employer-applied') {
    return {
      particulars: fact.data,
      stage: 'registered',
      sha256: before?.sha256 ?? null,
      reason: before?.reason ?? null,
    }
  }
  if (!before) return null
  if (fact.kind === 'org-registered') return { ...before, stage: 'bound' }
  if (!isRegistrationFact(fact)) return before
  switch (fact.kind) {
    case 'authorisation-sent':
      return { ...before, stage: 'authorisation-pending', sha256: fact.data.sha256, reason: null }
    case 'authorisation-approved':
      return { ...before, stage: 'active', reason: null }
    case 'authorisation-refused':
      return { ...before, stage: 'registered', reason: fact.data.reason }
    default:
      return before
  }
}

export function registrationOf(facts: readonly NewFact[]): Registration | null {
  return facts.reduce<Registration | null>(evolveRegistration, null)
}

const KINDS: ReadonlySet<string> = new Set<RegistrationFact['kind']>([
  'employer-applied',
  'authorisation-sent',
  'authorisation-approved',
  'authorisation-refused',
])

export function isRegistrationFact<F extends NewFact | Fact>(fact: F): fact is F & RegistrationFact {
  return KINDS.has(fact.kind)
}

function tidied(particulars: EmployerParticulars): EmployerParticulars {
  const { name, creditCode, nature, region, department, contact, phone } = particulars
  return {
    name: name.trim(),
    creditCode: creditCode.trim().toUpperCase(),
    nature,
    region: region.trim(),
    department: department.trim(),
    contact: contact.trim(),
    phone: phone.trim(),
  }
}

function elsewhere(registration: Registration) {
  return refuse({ kind: 'registration-elsewhere', stage: registration.stage })
}
