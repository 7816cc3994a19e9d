/**
 * People who apply, in one line each: somebody who meets everything that a plan asks for, and what is different about this one. The answer is the
 * codes of the rules she breaks, a warning's in brackets.
 */
import type { ApplicationForm } from '../application/application-doc.ts'
import { type Attachment, type Filing, NOTHING_FILED, type Recommender } from '../application/filing.ts'
import { filingProblems, filingText, type HeldFile, slotsFor } from '../application/filing-problems.ts'
import { pledgeTextDigest } from '../application/pledge.ts'
import { formProblems } from '../application/submission.ts'
import type { FieldValues, Part } from '../archive/item.ts'
import { contentOf } from '../archive/revision.ts'
import { sha256Hex } from '../kernel/canonical.ts'
import type { AccountId, ItemId } from '../kernel/ids.ts'
import type { Candidate } from '../plan/condition.ts'
import { eligibilityProblems } from '../plan/eligibility.ts'
import type { Plan } from '../plan/plan.ts'
import { eligibilityText } from '../plan/problem-text.ts'
import { questionsFor } from '../plan/question.ts'
import type { ScoreClaim, ScoredItem } from '../plan/self-score.ts'

/** What is different about somebody. Left out: as the plan's usual person. */
export interface Different {
  readonly type?: string
  readonly ticks?: readonly string[]
  readonly category?: string
  readonly point?: string
  readonly statement?: string
  readonly profile?: FieldValues
  readonly education?: FieldValues
  /** Year → hours of the professional, the general and the trade's subject. */
  readonly hours?: Readonly<Record<number, readonly [string, string, string]>>
  /** Year → code of the result; null for none. */
  readonly assessed?: Readonly<Record<number, string | null>>
  readonly answers?: Readonly<Record<string, string>>
  /** Slots left empty. */
  readonly without?: readonly string[]
  readonly files?: readonly Partial<Attachment>[]
  readonly photo?: {
    readonly bytes?: number
    readonly name?: string
    readonly type?: string
    readonly size?: readonly [number, number]
  } | null
  readonly pledge?: Partial<NonNullable<Filing['pledge']>> | null
  readonly items?: readonly (readonly [id: string, part: Part, fields: FieldValues])[]
  readonly claims?: readonly ScoreClaim[]
  readonly controls?: readonly string[]
  readonly ranges?: Readonly<Record<string, string>>
  readonly recommenders?: readonly Partial<Recommender>[]
  readonly falsifiedIn?: readonly number[]
  /** Files that never reached the relay. */
  readonly notHere?: readonly string[]
}

export interface Judged {
  /** Sorted, each once. */
  readonly codes: readonly string[]
  readonly sentences: readonly string[]
}

const OWNER = 'xumingchuan' as AccountId

/** What she hands in, and what of it a relay has. */
export interface Applicant {
  readonly form: ApplicationForm
  readonly candidate: Candidate
  readonly items: readonly ScoredItem[]
  readonly filing: Filing
  readonly files: ReadonlyMap<string, HeldFile>
}

export function applicantOf(plan: Plan, usual: Different, different: Different = {}): Applicant {
  const person = { ...usual, ...different, profile: { ...usual.profile, ...different.profile } }
  const items = itemsOf(plan, usual, person)
  const candidate: Candidate = {
    type: person.type ?? 'normal',
    profile: person.profile,
    pulled: items.map(({ content }) => content),
    falsifiedIn: person.falsifiedIn ?? [],
  }
  const filing = filingOf(plan, candidate, person)
  const files = heldOf(filing, person)
  const form = {
    type: candidate.type,
    ticks:
      person.ticks ??
      plan.applicationTypes
        .find((t) => t.code === candidate.type)
        ?.ticks.flatMap((t) => (t.isRequired ? t.code : [])) ??
      [],
    category: person.category ?? plan.categories[0]?.code ?? '',
    acceptancePoint: person.point ?? plan.acceptancePoints[0]?.code ?? '',
    statement: person.statement ?? '任现职以来，从事一线专业技术工作。',
  }
  return { form, candidate, items, filing, files }
}

export function judged(plan: Plan, usual: Different, different: Different = {}): Judged {
  const { form, candidate, items, filing, files } = applicantOf(plan, usual, different)
  const eligibility = eligibilityProblems(plan, candidate)
  const filed = filingProblems(plan, candidate, filing, { owner: OWNER, items, files })
  const codes = [
    ...formProblems(plan, form).map(({ field, code }) => (code.startsWith('V-') ? code : `${field}-${code}`)),
    ...[...eligibility, ...filed].map(({ code, severity }) => (severity === 'error' ? code : `(${code})`)),
  ]
  return {
    codes: [...new Set(codes)].sort(),
    sentences: [...eligibility.map((p) => eligibilityText(p).text.zh), ...filed.map((p) => filingText(p).text.zh)],
  }
}

function itemsOf(plan: Plan, usual: Different, person: Different): readonly ScoredItem[] {
  const rows: (readonly [string, Part, FieldValues])[] = [
    [
      'education-1',
      'education',
      {
        eduLevel: 'bachelor',
        degree: 'bachelor',
        graduationYm: '201406',
        isOverseas: 'no',
        autoExtracted: 'yes',
        ...person.education,
      },
    ],
    ['work-1', 'work', { beginYm: '201407', countsAsSpecialty: 'yes' }],
  ]
  const usualYears = (plan.ceRule?.years ?? []).map((year) => [year, ['72', '18', '0'] as const] as const)
  const years: NonNullable<Different['hours']> = { ...Object.fromEntries(usualYears), ...usual.hours, ...person.hours }
  for (const [year, hours] of Object.entries(years)) {
    for (const [at, subject] of ['specialty', 'generalPublic', 'industryPublic'].entries()) {
      rows.push([
        `hours-${year}-${subject}`.toLowerCase(),
        'continuingEducation',
        { year, subject, hours: hours[at] ?? '0' },
      ])
    }
  }
  const span = plan.assessmentRule?.minYears ?? 0
  for (let year = plan.year - span; year < plan.year; year++) {
    const result = person.assessed && year in person.assessed ? (person.assessed[year] ?? null) : 'qualified'
    if (result !== null) rows.push([`assessment-${year}`, 'assessment', { year: String(year), result }])
  }
  return [...rows, ...(person.items ?? [])].map(([id, part, fields]) => ({
    item: id as ItemId,
    content: contentOf({ part, fields, evidence: [] }),
  }))
}

function file(name: string, more: Partial<Attachment> = {}) {
  return { sha256: sha256Hex(`file ${name}`), bytes: 200_000, type: 'application/pdf', name: `${name}.pdf`, ...more }
}

function filingOf(plan: Plan, candidate: Candidate, person: Different): Filing {
  const { photo, pledge, without = [] } = person
  const usualAnswers = questionsFor(plan.questions ?? [], candidate).map((q) => [
    q.code,
    q.mustBe ?? (q.mustEqualProfile ? (candidate.profile[q.mustEqualProfile] ?? '') : '已按通知要求填写'),
  ])
  return {
    ...NOTHING_FILED,
    startedAt: '2022-09-01T01:00:00Z',
    photo:
      photo === null
        ? null
        : file('photo', {
            bytes: photo?.bytes ?? 60_000,
            type: photo?.type ?? 'image/jpeg',
            name: photo?.name ?? '证件照.jpg',
          }),
    pledge:
      pledge === null
        ? null
        : {
            plan: plan.id,
            owner: OWNER,
            textDigest: pledgeTextDigest(plan),
            signature: file('signature', { type: 'image/png' }),
            signedAt: '2022-09-02T01:00:00Z',
            ...pledge,
          },
    answers: { ...Object.fromEntries(usualAnswers), ...person.answers },
    score: { controls: person.controls ?? [], claims: person.claims ?? [], ranges: person.ranges ?? {} },
    recommenders: (person.recommenders ?? []).map((one, at) => ({
      name: `推荐人${at}`,
      employer: '绍兴市环境科学学会',
      title: '高级工程师',
      specialty: '环境工程',
      isInPost: true,
      certificate: file(`certificate ${at}`),
      ...one,
    })),
    attachments: [
      ...slotsFor(plan, candidate)
        .filter(({ slot, isRequired }) => isRequired && !without.includes(slot.code))
        .map(({ slot }) => ({ slot: slot.code, ...file(slot.code) })),
      ...(person.files ?? []).map((more, at) => ({ slot: 'other', ...file(`more ${at}`), ...more })),
    ],
  }
}

function heldOf(filing: Filing, { photo, notHere = [] }: Different): ReadonlyMap<string, HeldFile> {
  const all = [
    filing.photo,
    filing.pledge?.signature,
    ...filing.attachments,
    ...filing.recommenders.map((r) => r.certificate),
  ]
  const [width, height] = photo?.size ?? [295, 413]
  const held = new Map<string, HeldFile>()
  for (const one of all) {
    if (!one || notHere.some((name) => one.name.startsWith(name))) continue
    held.set(one.sha256, {
      bytes: one.bytes,
      type: one.type,
      pixels: one.type === 'image/jpeg' ? { width, height } : null,
    })
  }
  return held
}
