/**
 * F1 公示表: what the employer posts, for one person or for all whom it passed. It is made from the notice's own content (`notice-content.ts`), so
 * it shows what was proven to have been posted and nothing else: no number of a card, no telephone, of the birth date the year alone.
 */
import { sectionByKey } from '../archive/sections.ts'
import type { NoticeRecord } from '../case/case-state.ts'
import type { NoticeContent, NoticeEntry } from '../case/notice-content.ts'
import { noticeContentOf } from '../case/notice-content.ts'
import { type Block, type Cell, cell, DATE_BY_HAND, type Form, label } from './form.ts'
import { categoryName, lastDecision, type Subject, typeName } from './subject.ts'
import { dayInWords, dottedMonth, sumOfHours, wordsFor } from './value-words.ts'

export interface PublicityTerms {
  /** `YYYY-MM-DD`; null leaves room for a pen. */
  readonly startedOn: string | null
  readonly lastDay: string | null
  readonly method: string
}

/** Sections that are told as a person's background; all others are achievements. */
const BACKGROUND = new Set(['education', 'work', 'continuingEducation', 'assessment', 'profile'])

/** @param subjects of one employer and one plan, in the order in which they are to be read; at least one */
export function publicityForm(subjects: readonly [Subject, ...Subject[]], terms: PublicityTerms): Form {
  const [first] = subjects
  const { plan, submission } = first
  return {
    kind: 'publicity',
    title: '专业技术职务任职资格申报人员情况公示表',
    paper: 'landscape',
    watermark: null,
    checkpoint: newest(subjects),
    foot: `${submission.plan.year}年度　${submission.employer.name}　共${subjects.length}人`,
    blocks: [
      { kind: 'title', text: '专业技术职务任职资格申报人员情况公示表', size: 'main' },
      { kind: 'line', text: plan.title, align: 'center', isSmall: true },
      {
        kind: 'grid',
        widths: [12, 38, 12, 38],
        rows: [
          [label('单位名称'), cell(submission.employer.name), label('公示方式'), cell(terms.method)],
          [label('公示起止日期'), cell(periodOf(terms)), label('监督电话'), cell('', { align: 'center' })],
        ],
      },
      { kind: 'space', mm: 3 },
      {
        kind: 'grid',
        widths: [4, 7, 4, 6, 15, 13, 11, 17, 23],
        headRows: 1,
        isSmall: true,
        rows: [
          [
            '序号',
            '姓名',
            '性别',
            '出生年份',
            '学历学位、毕业院校及专业',
            '现任资格、取得及聘任时间',
            '申报资格、类别及类型',
            '工作经历、近年考核与继续教育',
            '任现职以来主要业绩',
          ].map((name) => label(name)),
          ...subjects.map((subject, index) => personRow(subject, noticeContentOf(subject.submission), index + 1)),
        ],
      },
      { kind: 'space', mm: 3 },
      ...results(subjects),
    ],
  }
}

function periodOf({ startedOn, lastDay }: PublicityTerms): string {
  if (startedOn === null) return '　　　　年　　月　　日至　　　　年　　月　　日（不少于5个工作日）'
  return `${dayInWords(startedOn)}至${lastDay === null ? '　　年　　月　　日' : dayInWords(lastDay)}（不少于5个工作日）`
}

function personRow(subject: Subject, content: NoticeContent, number: number): readonly Cell[] {
  const { person, entries } = content
  const gender = wordsFor('profile', person, 'gender')
  const held = [
    person.currentTitleName ?? '',
    person.titleObtainedYm ? `${dottedMonth(person.titleObtainedYm)}取得` : '',
    person.titleAppointedYm ? `${dottedMonth(person.titleAppointedYm)}聘任` : '',
  ]
  const applied = [subject.plan.targetTitle, categoryName(subject), typeName(subject)]
  return [
    cell(String(number), { align: 'center' }),
    cell(person.fullName ?? '', { align: 'center' }),
    cell(gender, { align: 'center' }),
    cell(content.birthYear, { align: 'center' }),
    cell(of(entries, 'education').map(educationLine).join('\n') || '—'),
    cell(lines(held) || '—'),
    cell(lines(applied)),
    cell(lines([...of(entries, 'work').map(workLine), assessmentLine(entries), hoursLine(entries)]) || '—'),
    cell(achievementLines(content).join('\n') || '—'),
  ]
}

function of(entries: readonly NoticeEntry[], part: NoticeEntry['part']): readonly NoticeEntry[] {
  return entries.filter((entry) => entry.part === part)
}

function lines(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n')
}

function educationLine(entry: NoticeEntry): string {
  const level = wordsFor('education', entry.shown, 'eduLevel')
  const degree = wordsFor('education', entry.shown, 'degree')
  return [entry.title, entry.shown.major ?? '', level, degree === '无' ? '' : degree, `${dottedMonth(entry.date)}毕业`]
    .filter((text) => text !== '')
    .join('　')
}

function workLine(entry: NoticeEntry): string {
  const until = entry.date === '' ? '至今' : dottedMonth(entry.date)
  return [`${dottedMonth(entry.shown.beginYm ?? '')}—${until}`, entry.title, entry.shown.position ?? '']
    .filter((text) => text !== '')
    .join('　')
}

function assessmentLine(entries: readonly NoticeEntry[]): string {
  const years = of(entries, 'assessment').map(({ title, date, shown }) => {
    const year = /^\d{4}$/.test(date) ? date : title
    return `${year}${wordsFor('assessment', shown, 'result')}`
  })
  return years.length === 0 ? '' : `考核：${[...years].sort().join('、')}`
}

function hoursLine(entries: readonly NoticeEntry[]): string {
  const courses = of(entries, 'continuingEducation')
  const years = [...new Set(courses.map(({ date }) => date))].sort()
  const sums = years.map((year) => {
    const hours = courses.filter(({ date }) => date === year).map(({ shown }) => shown.hours)
    return `${year}年${sumOfHours(hours)}学时`
  })
  return sums.length === 0 ? '' : `继续教育：${sums.join('、')}`
}

/** What was pulled beside a person's background, numbered: section, title, rank, part taken, month. */
export function achievementLines({ entries }: NoticeContent): readonly string[] {
  const achievements = entries.filter(({ part }) => !BACKGROUND.has(part))
  return achievements.map((entry, index) => `${index + 1}.${achievementLine(entry)}`)
}

function achievementLine({ part, title, date, shown }: NoticeEntry): string {
  const section = part === 'profile' ? '' : sectionByKey(part).label.zh
  const rank = shown.rank ?? shown.authorRank
  const role = wordsFor(part, shown, 'role')
  const more = [rank ? `排名第${rank}` : '', role, dottedMonth(date)].filter((text) => text !== '')
  return `［${section}］${title}${more.length > 0 ? `（${more.join('，')}）` : ''}`
}

/** What came of it and what the employer says; the same record may stand for all. */
function results(subjects: readonly Subject[]): readonly Block[] {
  const records = subjects.flatMap(({ case: { cleared } }) => cleared ?? [])
  const same = records.length === subjects.length && records.every((one) => one.result === records[0]?.result)
  const record: NoticeRecord | undefined = same ? records[0] : undefined
  const decision = subjects.length === 1 && subjects[0] ? lastDecision(subjects[0], ['EMP']) : undefined
  return [
    {
      kind: 'opinion',
      label: '公示情况',
      text: record ? `${dayInWords(record.startedOn)}至${dayInWords(record.closedOn)}公示。${record.result}` : '',
      leastMm: 30,
      signs: ['经办人签名：＿＿＿＿＿＿＿', DATE_BY_HAND],
    },
    {
      kind: 'opinion',
      label: '审查意见',
      text: decision?.text ?? '',
      leastMm: 30,
      signs: ['单位负责人签名：＿＿＿＿＿＿＿', '（单位盖章）', DATE_BY_HAND],
    },
  ]
}

/** The newest of the checkpoints: all that is printed was in the ledger by then. */
export function newest(subjects: readonly [Subject, ...Subject[]]): Subject['checkpoint'] {
  return subjects
    .map(({ checkpoint }) => checkpoint)
    .reduce((last, one) => ((one?.seq ?? 0) > (last?.seq ?? 0) ? one : last))
}
