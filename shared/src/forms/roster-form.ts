/**
 * F3 《评委会评审对象花名册》: the basis of certificates. Rows in the order of V-ROSTER-SORT, months as six digits, the remark naming how a special
 * person applies (V-ROSTER-REMARK). The sheet and the printed list have the same rows.
 */
import { type RosterOrder, type RosterRow, type Special, sortedRoster } from '../case/roster.ts'
import type { Plan } from '../plan/plan.ts'
import { type Cell, cell, DATE_BY_HAND, type Form, label } from './form.ts'
import { newest } from './publicity-form.ts'
import {
  assessmentsOf,
  birthMonth,
  categoryName,
  nameOf,
  ofPerson,
  personOf,
  type Subject,
  schoolingOf,
} from './subject.ts'

export interface RosterSubject {
  readonly subject: Subject
  readonly special: Special | null
}

interface RosterColumn {
  readonly name: string
  readonly width: number
  readonly isCentred: boolean
  of(subject: Subject, special: Special | null): string
}

const SPECIAL_NAMES: Readonly<Record<Special, string>> = {
  interview: '面试答辩',
  'expert-nomination': '专家举荐',
  'direct-recommendation': '单位直接推荐',
  skilled: '技能人才',
}

/** Types that are remarked on although they do not head the list. */
const REMARKED_TYPES = /转|破格|直接|标志性|技能|自评/

function column(name: string, width: number, of: RosterColumn['of'], isCentred = false): RosterColumn {
  return { name, width, of, isCentred }
}

export const ROSTER_COLUMNS: readonly RosterColumn[] = [
  column('姓名', 6, nameOf, true),
  column('性别', 3.5, (subject) => ofPerson(subject, 'gender'), true),
  column('出生年月', 5.5, birthMonth, true),
  column('工作单位', 11, (subject) => subject.submission.employer.name),
  column('主管部门', 9, (subject) => ofPerson(subject, 'competentDeptName')),
  column('申报专业类别', 7, categoryName, true),
  column('从事专业', 6, (subject) => ofPerson(subject, 'specialty'), true),
  column('毕业院校及专业', 9, (subject) => {
    const { school, major } = schoolingOf(subject)
    return [school, major].filter((text) => text !== '').join(' ')
  }),
  column(
    '学历学位',
    5.5,
    (subject) => {
      const { level, degree } = schoolingOf(subject)
      return [level, degree].filter((text) => text !== '').join('/')
    },
    true,
  ),
  column('毕业时间', 5.5, (subject) => schoolingOf(subject).graduated, true),
  column('现任资格', 6, (subject) => ofPerson(subject, 'currentTitleName'), true),
  column('取得时间', 5.5, (subject) => personOf(subject).titleObtainedYm ?? '', true),
  column('聘任时间', 5.5, (subject) => personOf(subject).titleAppointedYm ?? '', true),
  column('申报资格', 6, (subject) => subject.plan.targetTitle, true),
  column('专业工作年限', 4.5, (subject) => ofPerson(subject, 'specialtyWorkYears'), true),
  column('单位考核情况', 9, assessmentsOf),
  column('备注', 7, remarkOf),
]

function remarkOf(subject: Subject, special: Special | null): string {
  const type = subject.plan.applicationTypes.find(({ code }) => code === subject.submission.form.type)
  const named = type && REMARKED_TYPES.test(type.name) ? type.name : ''
  const how = special === null ? '' : SPECIAL_NAMES[special]
  return [...new Set([how, named])].filter((text) => text !== '').join('、')
}

export function rosterOrderOf(plan: Pick<Plan, 'categories'>): RosterOrder {
  // The notice's wording is open whether 首端 is of each category or of the whole list: of each category (domain §7.5).
  return { categories: plan.categories.map(({ code }) => code), specialFirst: 'per-category' }
}

/** The people in the roster's order. */
export function inRosterOrder(people: readonly RosterSubject[], order: RosterOrder): readonly RosterSubject[] {
  const rows = people.map((person) => ({ ...rowOf(person), person }))
  return sortedRoster(rows, order).map(({ person }) => person)
}

function rowOf({ subject, special }: RosterSubject): RosterRow {
  const { application, form } = subject.submission
  return { application, category: form.category, special, name: nameOf(subject) }
}

/** Headings and rows as text, numbered from 1: the same for sheet and paper. */
export function rosterTable(
  people: readonly RosterSubject[],
  plan: Pick<Plan, 'categories'>,
): readonly (readonly string[])[] {
  return [
    ['序号', ...ROSTER_COLUMNS.map(({ name }) => name)],
    ...inRosterOrder(people, rosterOrderOf(plan)).map(({ subject, special }, index) => [
      String(index + 1),
      ...ROSTER_COLUMNS.map(({ of }) => of(subject, special)),
    ]),
  ]
}

/** @param people under one plan; at least one */
export function rosterForm(people: readonly [RosterSubject, ...RosterSubject[]], committee: string): Form {
  const [{ subject: first }, ...others] = people
  const { plan } = first
  const [head = [], ...rows] = rosterTable(people, plan)
  const centred = [true, ...ROSTER_COLUMNS.map(({ isCentred }) => isCentred)]
  const row = (texts: readonly string[]): readonly Cell[] =>
    texts.map((text, index) => cell(text, { align: centred[index] ? 'center' : 'left' }))
  return {
    kind: 'roster',
    title: `${committee}评审对象花名册`,
    paper: 'landscape',
    watermark: null,
    checkpoint: newest([first, ...others.map(({ subject }) => subject)]),
    foot: `${plan.year}年度　${committee}　共${people.length}人`,
    blocks: [
      { kind: 'title', text: `${committee}评审对象花名册`, size: 'main' },
      { kind: 'line', text: `${plan.title}　共 ${people.length} 人`, align: 'center', isSmall: true },
      {
        kind: 'grid',
        widths: [3, ...ROSTER_COLUMNS.map(({ width }) => width)],
        headRows: 1,
        isSmall: true,
        rows: [head.map((text) => label(text)), ...rows.map(row)],
      },
      { kind: 'space', mm: 4 },
      {
        kind: 'line',
        text: `填报单位（盖章）：　　　　　　　　　　经办人：　　　　　　　　联系电话：　　　　　　　　${DATE_BY_HAND}`,
        isSmall: true,
      },
    ],
  }
}
