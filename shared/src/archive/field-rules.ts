/**
 * Everything that is wrong or missing in one entry, judged from the entry alone (domain §3.4, §7.1–7.2). The form shows it while
 * one types; sending waits until no error is left. What needs other entries is in `readiness.ts`.
 */
import { readIdCard } from '../account/id-card.ts'
import { parseYearMonth, yearsBetween } from '../kernel/year-month.ts'
import type { Field } from './field.ts'
import { valueProblem } from './field-value.ts'
import type { FieldValues, Part } from './item.ts'
import type { Problem, RuleCode } from './problem.ts'
import { PROFILE, type ProfileRule } from './profile.ts'
import { EVIDENCE_FIELD, fieldsOf, type RevisionEvidence } from './revision.ts'
import { sectionByKey } from './sections.ts'
import { whenHolds } from './when.ts'

/** An item as read from a document, or a revision's content. */
export interface Entry {
  readonly part: Part
  readonly fields: FieldValues
  readonly evidence: readonly RevisionEvidence[]
}

/** Domain §3.5. */
export const EVIDENCE_LIMITS = { bytes: 10 * 1024 * 1024, files: 10 } as const
export const EVIDENCE_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const

/**
 * In the order of the fields, attachments last.
 * @param today `YYYY-MM-DD` where the person is
 */
export function problemsOf(entry: Entry, today: string): readonly Problem[] {
  const fields = fieldsOf(entry.part)
  const ofFields = fields.flatMap((field) => {
    const value = entry.fields[field.name] ?? null
    if (value !== null) return valueProblem(field, value, today) ?? []
    return isRequired(entry.part, field, entry.fields) ? missing(field) : []
  })
  const wrong = new Set(ofFields.filter(({ code }) => code !== 'V-REQ').map(({ field }) => field))
  const between = rulesOf(entry.part).flatMap((rule) => ruleProblems(rule, entry, today, wrong))
  const place = new Map(fields.map((field, index) => [field.name, index]))
  return [...ofFields, ...between, ...fileProblems(entry.evidence)].sort(
    (a, b) => (place.get(a.field) ?? fields.length) - (place.get(b.field) ?? fields.length),
  )
}

/** Whether a field must be filled as the others stand: for the mark beside its label. */
export function isRequired(part: Part, field: Field, values: FieldValues): boolean {
  const { required } = field
  if (required === true) return true
  if (required && whenHolds(required, values)) return true
  return rulesOf(part).some(
    (rule) => rule.code === 'V-REQ' && rule.fields.includes(field.name) && (values[rule.whenFilled] ?? null) !== null,
  )
}

function rulesOf(part: Part): readonly ProfileRule[] {
  return part === 'profile' ? PROFILE.rules : sectionByKey(part).rules
}

function missing({ name, label, type }: Field): Problem {
  const verb = type.kind === 'choice' || type.kind === 'yes-no' ? '选择' : '填写'
  const message = { zh: `请${verb}“${label.zh}”。`, en: `Fill in “${label.en}”.` }
  return { code: 'V-REQ', field: name, severity: 'error', message }
}

function error(code: RuleCode, field: string, zh: string, en: string): Problem {
  return { code, field, severity: 'error', message: { zh, en } }
}

function warning(code: RuleCode, field: string, zh: string, en: string): Problem {
  return { code, field, severity: 'warning', message: { zh, en } }
}

/** @param wrong fields whose own value is wrong already: nothing is said about them twice */
function ruleProblems(rule: ProfileRule, entry: Entry, today: string, wrong: ReadonlySet<string>): readonly Problem[] {
  const value = (name: string): string | null => (wrong.has(name) ? null : (entry.fields[name] ?? null))
  switch (rule.code) {
    case 'V-REQ':
      // Told by `isRequired`, field by field.
      return []
    case 'V-DATE-ORDER': {
      const [begin, end] = [value(rule.begin), value(rule.end)]
      return begin !== null && end !== null && end < begin
        ? [
            error(
              rule.code,
              rule.end,
              '结束时间不能早于开始时间。',
              'The end is before the beginning; correct one of them.',
            ),
          ]
        : []
    }
    case 'V-RANK-COUNT': {
      const [rank, count] = [value(rule.rank), value(rule.count)]
      return rank !== null && count !== null && Number(rank) > Number(count)
        ? [
            error(
              rule.code,
              rule.rank,
              '本人排名不能大于参与人数，请核对。',
              'The rank is higher than the number of people; check both.',
            ),
          ]
        : []
    }
    case 'V-EVIDENCE-REQ': {
      const isAsked = rule.when === undefined || whenHolds(rule.when, entry.fields)
      const isThere = entry.evidence.some(({ kind }) => rule.kind === 'any' || kind === rule.kind)
      if (!isAsked || isThere) return []
      // Proof of being a main contributor is needed to pull (G6), not to be reviewed.
      const severity = rule.kind === 'mainContributor' ? 'warning' : 'error'
      return [{ code: rule.code, field: EVIDENCE_FIELD, severity, message: rule.message }]
    }
    case 'V-NAME': {
      const name = value(rule.field)
      return name !== null && !/^[\p{Script=Han}·]{2,30}$/u.test(name)
        ? [
            warning(
              rule.code,
              rule.field,
              '姓名一般为2至30个汉字，可含“·”，请与证件核对。',
              'A name usually has 2 to 30 Chinese characters; compare it with the document.',
            ),
          ]
        : []
    }
    case 'V-DEPT-1': {
      const name = value(rule.field)
      return name !== null && !/(?:[县市区].*(?:局|分局)|[厅局])$/.test(name)
        ? [
            warning(
              rule.code,
              rule.field,
              '主管部门请按“×××县（市、区）×××局（分局）”或“×××厅（局）”填写。',
              'Write the department as “… county (city, district) … bureau (branch)” or “… department (bureau)”.',
            ),
          ]
        : []
    }
    case 'V-DATE-TITLE': {
      const start = value(rule.workStart)
      const obtained = value(rule.obtained)
      const appointed = value(rule.appointed)
      if (obtained !== null && appointed !== null && appointed < obtained) {
        return [
          warning(
            rule.code,
            rule.appointed,
            '聘任时间早于取得时间，请核对。',
            'Appointed before the title was obtained; check both.',
          ),
        ]
      }
      return obtained !== null && start !== null && obtained < start
        ? [
            warning(
              rule.code,
              rule.obtained,
              '资格取得时间早于参加工作时间，请核对。',
              'The title was obtained before the first work; check both.',
            ),
          ]
        : []
    }
    case 'V-WORK-AGE': {
      const start = parseYearMonth(value(rule.workStart))
      const birth = value(rule.birthDate)
      return start !== null && birth !== null && Number(start) < Number(birth.slice(0, 4) + birth.slice(5, 7)) + 1500
        ? [
            error(
              rule.code,
              rule.workStart,
              '参加工作时间早于年满15周岁，请核对。',
              'Work began before fifteen years of age; check it.',
            ),
          ]
        : []
    }
    case 'V-ID':
      return idProblems(rule, value, today)
  }
}

type IdRule = Extract<ProfileRule, { code: 'V-ID' }>

function idProblems(rule: IdRule, value: (name: string) => string | null, today: string): readonly Problem[] {
  const number = value(rule.number)
  const type = value(rule.type)
  if (number === null || type === null) return []
  if (type !== 'residentId') {
    return /^[\x21-\x7e]{5,20}$/.test(number)
      ? []
      : [
          error(
            'V-ID-5',
            rule.number,
            '证件号码格式不正确。',
            'The number of the document has 5 to 20 letters and digits; check it.',
          ),
        ]
  }
  const card = readIdCard(number)
  if (!card.ok) return [error(card.refusal.kind, rule.number, ...ID_WORDS[card.refusal.kind])]
  const problems: Problem[] = []
  const age = yearsBetween(card.value.birthDate, today)
  if (age < 16 || age > 75) {
    problems.push(warning('V-ID-3', rule.number, '年龄超出常见范围，请核对。', 'The age is unusual; check the number.'))
  }
  const gender = value(rule.gender)
  if (gender !== null && gender !== card.value.gender) {
    problems.push(
      error(
        'V-ID-4',
        rule.gender,
        '性别与身份证号码不一致。',
        'The sex differs from the identity number; correct one of them.',
      ),
    )
  }
  const birth = value(rule.birthDate)
  if (birth !== null && birth !== card.value.birthDate) {
    problems.push(
      error(
        'V-ID-3',
        rule.birthDate,
        '出生日期与身份证号码不一致，请核对。',
        'The date of birth differs from the identity number; correct one of them.',
      ),
    )
  }
  return problems
}

const ID_WORDS: Readonly<Record<'V-ID-1' | 'V-ID-2' | 'V-ID-3', readonly [string, string]>> = {
  'V-ID-1': ['身份证号码应为18位，末位可为数字或X。', 'An identity number has 18 characters, the last a digit or X.'],
  'V-ID-2': ['身份证号码校验位不正确，请核对。', 'The identity number does not check; compare it with the card.'],
  'V-ID-3': [
    '身份证号码中的出生日期无效。',
    'The date of birth in the identity number does not exist; compare it with the card.',
  ],
}

/** What does not depend on the section (domain §3.5, V-FILE-*). */
function fileProblems(evidence: readonly RevisionEvidence[]): readonly Problem[] {
  const problems: Problem[] = []
  if (evidence.some(({ type }) => !EVIDENCE_TYPES.some((known) => known === type))) {
    problems.push(
      error(
        'V-FILE-TYPE',
        EVIDENCE_FIELD,
        '仅支持PDF、JPG、PNG文件。',
        'Only PDF, JPG and PNG files; convert the others.',
      ),
    )
  }
  if (evidence.some(({ bytes }) => bytes > EVIDENCE_LIMITS.bytes)) {
    problems.push(
      error('V-FILE-SIZE', EVIDENCE_FIELD, '文件不能超过10M。', 'A file may have 10 MB at most; scan it smaller.'),
    )
  }
  if (evidence.length > EVIDENCE_LIMITS.files) {
    problems.push(
      error(
        'V-FILE-COUNT',
        EVIDENCE_FIELD,
        '每条业绩最多上传10个文件，请合并或删减。',
        'Ten files at most; join or remove some.',
      ),
    )
  }
  if (new Set(evidence.map(({ sha256 }) => sha256)).size < evidence.length) {
    problems.push(
      warning('V-FILE-DUP', EVIDENCE_FIELD, '文件重复上传，请核对。', 'The same file is here twice; remove one.'),
    )
  }
  return problems
}
