/** The short papers of an applicant: F15 资料袋封面, F13 专业技术工作经历表, F14 继续教育学时情况表. */
import { type Cell, cell, DATE_BY_HAND, type Form, label } from './form.ts'
import type { FormKind } from './form-kind.ts'
import { sectionGrid } from './section-tables.ts'
import { acceptancePoint, categoryName, entriesOf, hoursByYear, nameOf, ofPerson, type Subject } from './subject.ts'
import { period } from './value-words.ts'

/** What the forms of one person have in common. */
export function paperOf(subject: Subject, kind: FormKind, title: string): Omit<Form, 'blocks'> {
  const { plan, submission } = subject
  return {
    kind,
    title,
    paper: 'portrait',
    watermark: plan.evaluationForm.watermarkText,
    checkpoint: subject.checkpoint,
    foot: `${submission.plan.year}年度　${nameOf(subject)}　${submission.employer.name}`,
  }
}

/** Name, specialty, city and unit, as the notice asks of the bag (domain §4.5). */
export function bagCover(subject: Subject): Form {
  const { plan, submission } = subject
  const lines: readonly (readonly [string, string])[] = [
    ['申报人员姓名', nameOf(subject)],
    ['申报专业', categoryName(subject) || plan.specialties.join('、')],
    ['申报资格', plan.targetTitle],
    ['所在地市', cityOf(subject)],
    ['工作单位', submission.employer.name],
    ['联系电话', ''],
  ]
  return {
    ...paperOf(subject, 'bag-cover', '申报材料袋封面'),
    blocks: [
      { kind: 'space', mm: 24 },
      { kind: 'title', text: '专业技术职务任职资格', size: 'cover' },
      { kind: 'title', text: '申 报 材 料', size: 'cover' },
      { kind: 'line', text: `（${submission.plan.year} 年度）`, align: 'center' },
      { kind: 'space', mm: 26 },
      ...lines.map(([name, value]) => ({ kind: 'cover-line', label: name, value }) as const),
      { kind: 'space', mm: 30 },
      { kind: 'line', text: plan.committee.name, align: 'center' },
    ],
  }
}

/** Regions of acceptance points are named as within their city: 越城区, 市本级. */
function cityOf(subject: Subject): string {
  const { regionScope } = subject.plan
  const region = acceptancePoint(subject)?.region ?? ''
  if (!regionScope.endsWith('市') || region.startsWith(regionScope)) return region
  return `${regionScope}${region.replace(/^市/, '')}`
}

export function workHistory(subject: Subject): Form {
  const works = entriesOf(subject, 'work')
  const row = ({ content: { fields } }: (typeof works)[number]): readonly Cell[] => [
    cell(period(fields), { align: 'center' }),
    cell(fields.employerName ?? ''),
    cell(fields.position ?? ''),
    cell([fields.specialty1 ?? '', fields.duties ?? ''].filter((text) => text !== '').join('：')),
    cell(''),
  ]
  const blank = (): readonly Cell[] => [cell('', { leastMm: 16 }), cell(''), cell(''), cell(''), cell('')]
  return {
    ...paperOf(subject, 'work-history', '专业技术工作经历表'),
    blocks: [
      { kind: 'title', text: '专业技术工作经历表', size: 'main' },
      {
        kind: 'line',
        text: `姓名：${nameOf(subject)}　　工作单位：${subject.submission.employer.name}　　从事专业：${ofPerson(subject, 'specialty')}`,
        isSmall: true,
      },
      {
        kind: 'grid',
        widths: [17, 23, 14, 34, 12],
        headRows: 1,
        rowMm: 16,
        rows: [
          ['起止时间', '单位', '岗位（职务）', '从事专业及主要工作', '证明人'].map((name) =>
            label(name, { leastMm: 9 }),
          ),
          ...works.map(row),
          ...Array.from({ length: Math.max(0, 6 - works.length) }, blank),
        ],
      },
      {
        kind: 'opinion',
        label: '单位意见',
        text: '以上工作经历经审核属实。',
        leastMm: 34,
        signs: ['审核人签名：＿＿＿＿＿＿＿', '（单位盖章）', DATE_BY_HAND],
      },
    ],
  }
}

/** The courses that were pulled, with the sum of each year; the certificate itself is printed by the hours' own system. */
export function hoursForm(subject: Subject): Form {
  const least = subject.plan.ceRule?.minPerYear ?? null
  const years = subject.plan.ceRule?.years.map(String) ?? []
  const sums = hoursByYear(subject)
  const all = [...new Set([...years, ...sums.map(({ year }) => year)])].sort()
  return {
    ...paperOf(subject, 'hours', '继续教育学时情况表'),
    blocks: [
      { kind: 'title', text: '继续教育学时情况表', size: 'main' },
      {
        kind: 'line',
        text: `姓名：${nameOf(subject)}　　工作单位：${subject.submission.employer.name}`,
        isSmall: true,
      },
      sectionGrid(subject, 'continuingEducation'),
      { kind: 'space', mm: 4 },
      {
        kind: 'grid',
        widths: [25, 25, 25, 25],
        rows: [
          ['年度', '学时合计', '要求学时', '是否达到'].map((name) => label(name)),
          ...all.map((year) => {
            const hours = sums.find((sum) => sum.year === year)?.hours ?? '0'
            const asked = least !== null && years.includes(year) ? least : null
            const verdict = asked === null ? '—' : Number(hours) >= asked ? '是' : '否'
            return [`${year}年`, hours, asked === null ? '—' : String(asked), verdict].map((text) =>
              cell(text, { align: 'center' }),
            )
          }),
        ],
      },
      { kind: 'space', mm: 4 },
      {
        kind: 'opinion',
        label: '审核意见',
        text: '以上学时据经单位核定的业绩档案汇总，与继续教育学时登记证明核对。',
        leastMm: 34,
        signs: ['审核人签名：＿＿＿＿＿＿＿', '（单位盖章）', DATE_BY_HAND],
      },
    ],
  }
}
