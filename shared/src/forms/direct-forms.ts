/**
 * F11 《直接推荐专业技术职务任职资格审核表》 and F12 《直接ABC类申报审批表》. No source shows their layout: what is known about the application (domain §4.2, §4.6)
 * is printed under its headings as a sheet of the employer's own, which says so; conditions that no source states are left to pens, never invented.
 */
import { noticeContentOf } from '../case/notice-content.ts'
import { paperOf } from './cover-and-history.ts'
import { type Block, type Cell, cell, type Form, label, sealOf } from './form.ts'
import type { FormKind } from './form-kind.ts'
import { achievementLines } from './publicity-form.ts'
import {
  birthMonth,
  categoryName,
  nameOf,
  ofPerson,
  type Subject,
  schoolingOf,
  titleHeld,
  typeName,
  workLines,
} from './subject.ts'
import { dottedMonth } from './value-words.ts'

/** On the sheet itself, so that nobody hands it in where the notice has one. */
export const OWN_SHEET = '本表为单位自制。通知附有统一样表的，一律使用其样表，本表不得代替。'

const CENTER = { align: 'center' } as const
const SEALS = ['所在单位推荐意见', '主管部门审核意见', '人力社保部门审核意见']

export function directRecommendation(subject: Subject): Form {
  const { plan, submission } = subject
  const total = submission.filing?.score?.total
  const threshold = plan.selfEvaluation?.threshold
  const score = [
    total === undefined ? '　　　　分' : `${total}分`,
    threshold === undefined ? '' : `（申报要求达到${threshold}分）`,
  ].join('')
  return sheet(subject, 'direct-recommendation', '直接推荐专业技术职务任职资格审核表', [
    [label('自评分'), cell(score, { across: 5 })],
    [label('量化评价表'), cell(plan.selfEvaluation?.table?.title ?? '', { across: 5 })],
    ...standing(subject),
    [label('直接推荐理由'), cell('', { across: 5, leastMm: 24 })],
  ])
}

export function directAbc(subject: Subject): Form {
  const { filing } = subject.submission
  const files = (filing?.attachments ?? []).map(({ name }, index) => `${index + 1}.${name}`)
  return sheet(subject, 'direct-abc', '直接ABC类申报审批表', [
    [
      label('单位性质'),
      cell(ofPerson(subject, 'employerNature'), CENTER),
      label('编制情况'),
      cell(ofPerson(subject, 'staffing'), CENTER),
      label('行政职务'),
      cell(ofPerson(subject, 'adminPost'), CENTER),
    ],
    [
      label('直接申报类别'),
      cell('□ A类　　□ B类　　□ C类　　对应条件（照通知原文）：＿＿＿＿＿＿＿＿＿＿', { across: 5, leastMm: 11 }),
    ],
    [label('申报理由'), cell(filing?.answers.abcReason ?? '', { across: 5, leastMm: 20 })],
    ...standing(subject),
    [label('随附佐证材料'), cell(files.join('\n'), { across: 5, leastMm: 10 })],
  ])
}

/** What the person has done, as the approved archive says it. */
function standing(subject: Subject): readonly (readonly Cell[])[] {
  const lines = achievementLines(noticeContentOf(subject.submission))
  return [
    [label('工作简历'), cell(workLines(subject).join('\n'), { across: 5, leastMm: 12 })],
    [label('主要业绩'), cell(lines.join('\n'), { across: 5, leastMm: 30 })],
  ]
}

function sheet(subject: Subject, kind: FormKind, title: string, rows: readonly (readonly Cell[])[]): Form {
  const { plan, submission } = subject
  const schooling = schoolingOf(subject)
  const held = titleHeld(subject)
  const school = [
    schooling.graduated === '' ? '' : `${dottedMonth(schooling.graduated)}毕业`,
    schooling.school,
    schooling.major,
    schooling.level,
    schooling.degree,
  ]
  const blocks: readonly Block[] = [
    { kind: 'title', text: title, size: 'main' },
    { kind: 'line', text: plan.title, align: 'center', isSmall: true },
    { kind: 'line', text: OWN_SHEET, align: 'center', isSmall: true },
    {
      kind: 'grid',
      widths: [16, 18, 14, 18, 14, 20],
      rowMm: 8.5,
      rows: [
        [
          label('姓名'),
          cell(nameOf(subject), CENTER),
          label('性别'),
          cell(ofPerson(subject, 'gender'), CENTER),
          label('出生年月'),
          cell(dottedMonth(birthMonth(subject)), CENTER),
        ],
        [
          label('工作单位'),
          cell(submission.employer.name, { across: 3 }),
          label('专业工作年限'),
          cell(ofPerson(subject, 'specialtyWorkYears'), CENTER),
        ],
        [label('学历学位'), cell(school.filter((text) => text !== '').join('　'), { across: 5 })],
        [
          label('现任资格'),
          cell(held.name, CENTER),
          label('取得时间'),
          cell(held.obtained, CENTER),
          label('聘任时间'),
          cell(held.appointed, CENTER),
        ],
        [
          label('申报资格'),
          cell(plan.targetTitle, CENTER),
          label('申报专业'),
          cell(categoryName(subject) || ofPerson(subject, 'specialty'), CENTER),
          label('申报类型'),
          cell(typeName(subject), CENTER),
        ],
        ...rows,
      ],
    },
    ...SEALS.map((name) => ({ kind: 'opinion', label: name, text: '', leastMm: 21, signs: sealOf('盖章') }) as const),
  ]
  return {
    ...paperOf(subject, kind, title),
    foot: `${submission.plan.year}年度　${nameOf(subject)}　单位自制表`,
    blocks,
  }
}
