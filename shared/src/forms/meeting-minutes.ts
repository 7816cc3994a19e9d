/**
 * 《评审会议纪要》: one meeting of a committee, for its own office alone: who was asked and who stood aside, what was before it, the rule, and each
 * ballot as counts. No view of an expert and no single vote is in it, because the relay holds no vote of anybody's.
 */
import { caseRulesOf, type Fraction } from '../case/case-rules.ts'
import type { MeetingRecord } from '../case/meeting-record.ts'
import type { AccountId } from '../kernel/ids.ts'
import { dayInShanghai } from '../kernel/working-days.ts'
import type { StageCode } from '../plan/stage-code.ts'
import { type Cell, cell, DATE_BY_HAND, type Form, label } from './form.ts'
import { newest } from './publicity-form.ts'
import { categoryName, nameOf, type Subject } from './subject.ts'
import { dayInWords } from './value-words.ts'

/** Somebody who was before the meeting. */
export interface Attended {
  readonly subject: Subject
  readonly record: MeetingRecord
}

/** All that one meeting is named by: two stages may each have a meeting of the same name. */
export interface MeetingName {
  readonly stage: StageCode
  readonly meeting: string
}

const CENTER = { align: 'center' } as const

const LEVELS: Partial<Readonly<Record<StageCode, string>>> = {
  JR_MEETING: '初级评审委员会',
  MID_MEETING: '中级评审委员会',
  SR_MEETING: '高级评审委员会',
}

export function isOf({ stage, meeting }: MeetingRecord, named: MeetingName): boolean {
  return stage === named.stage && meeting.meeting === named.meeting
}

/**
 * @param attended of one meeting, at least one
 * @param personName the name of an account, for the panel
 */
export function meetingMinutes(
  attended: readonly [Attended, ...Attended[]],
  office: string,
  personName: (account: AccountId) => string,
): Form {
  const rows = [...attended].sort((a, b) => a.record.number - b.record.number)
  const [{ subject, record }] = attended
  const { plan } = subject
  const { quorum, approval } = caseRulesOf(plan)
  const panel = [...new Set(rows.flatMap((row) => row.record.meeting.panel))]
  const days = [
    ...new Set(rows.flatMap((row) => (row.record.ballot ? dayInShanghai(new Date(row.record.ballot.at)) : []))),
  ]
  const count = (outcome: 'passed' | 'failed' | undefined) =>
    rows.filter((row) => row.record.ballot?.outcome === outcome).length
  const open = count(undefined)
  const title = `${plan.committee.name}评审会议纪要`
  return {
    kind: 'minutes',
    title,
    paper: 'portrait',
    watermark: null,
    checkpoint: newest(rows.map((row) => row.subject) as [Subject, ...Subject[]]),
    foot: `${plan.year}年度　${office}　会议 ${record.meeting.meeting}　共${rows.length}人`,
    blocks: [
      { kind: 'title', text: title, size: 'main' },
      { kind: 'line', text: plan.title, align: 'center', isSmall: true },
      {
        kind: 'grid',
        widths: [18, 32, 18, 32],
        rowMm: 8,
        rows: [
          [
            label('会议编号'),
            cell(record.meeting.meeting),
            label('评审组织'),
            cell(LEVELS[record.stage] ?? '评审委员会'),
          ],
          [label('登记表决日期'), cell(days.sort().map(dayInWords).join('、')), label('会议地点'), cell('')],
          [label('应到评委'), cell(seatsOf(rows)), label('学科组评委'), cell(`${panel.length}人`)],
          [label('评委名单'), cell(panel.map(personName).join('、'), { across: 3 })],
          [label('评审范围'), cell(scopeOf(rows), { across: 3 })],
          [label('通过规则'), cell(ruleOf(quorum, approval), { across: 3 })],
        ],
      },
      { kind: 'space', mm: 4 },
      { kind: 'title', text: '回避情况', size: 'section' },
      ...recusals(rows, personName),
      { kind: 'space', mm: 4 },
      { kind: 'title', text: '表决结果', size: 'section' },
      {
        kind: 'grid',
        widths: [7, 12, 26, 15, 7, 7, 7, 7, 7, 12],
        headRows: 1,
        isSmall: true,
        rows: [
          ['序号', '姓名', '工作单位', '申报专业', '应到', '实到', '赞成', '反对', '弃权', '结果'].map((name) =>
            label(name),
          ),
          ...rows.map(ballotRow),
        ],
      },
      { kind: 'space', mm: 4 },
      {
        kind: 'prose',
        text:
          `本次会议评审 ${rows.length} 人：通过 ${count('passed')} 人，未通过 ${count('failed')} 人` +
          `${open > 0 ? `，尚未登记表决 ${open} 人` : ''}。表决为无记名投票，本纪要只记票数。`,
      },
      { kind: 'space', mm: 8 },
      {
        kind: 'line',
        text: '主任委员（签名）：＿＿＿＿　　记录人（签名）：＿＿＿＿　　监督人（签名）：＿＿＿＿',
      },
      { kind: 'space', mm: 6 },
      { kind: 'line', text: `${office}（盖章）`, align: 'right' },
      { kind: 'line', text: DATE_BY_HAND, align: 'right' },
    ],
  }
}

function seatsOf(rows: readonly Attended[]): string {
  const seats = [...new Set(rows.map(({ record }) => record.meeting.seats))].sort((a, b) => a - b)
  return `${seats.join('、')}人`
}

/** By the plan's categories, with how many of each. */
function scopeOf(rows: readonly Attended[]): string {
  const [first] = rows
  const target = first?.subject.plan.targetTitle ?? ''
  const byCategory = new Map<string, number>()
  for (const { subject } of rows) {
    const name = categoryName(subject)
    byCategory.set(name, (byCategory.get(name) ?? 0) + 1)
  }
  const each = [...byCategory].filter(([name]) => name !== '').map(([name, n]) => `${name}${n}人`)
  return `申报${target}资格 ${rows.length} 人${each.length > 0 ? `（${each.join('，')}）` : ''}`
}

function ruleOf(quorum: Fraction, approval: Fraction): string {
  return (
    `实到评委不少于应到评委（扣除回避人数）的${share(quorum)}方可表决；` +
    `赞成票不少于实到评委的${share(approval)}为通过，弃权不计为赞成。`
  )
}

function share({ of, outOf }: Fraction): string {
  return `${outOf}分之${of}`
}

function recusals(rows: readonly Attended[], personName: (account: AccountId) => string): Form['blocks'] {
  const aside = rows.flatMap(({ subject, record }) =>
    record.recused.map(({ account, reason }): readonly Cell[] => [
      cell(personName(account), CENTER),
      cell(nameOf(subject), CENTER),
      cell(reason),
    ]),
  )
  if (aside.length === 0) return [{ kind: 'line', text: '无评委回避。' }]
  const head = ['回避评委', '申报人', '理由'].map((name) => label(name))
  return [{ kind: 'grid', widths: [20, 20, 60], headRows: 1, rows: [head, ...aside] }]
}

function ballotRow({ subject, record: { number, ballot } }: Attended): readonly Cell[] {
  const vote = ballot?.vote
  const counts = vote
    ? [vote.seats, vote.present, vote.for, vote.against, vote.abstain]
    : Array<undefined>(5).fill(undefined)
  const outcome = ballot === null ? '尚未表决' : ballot.outcome === 'passed' ? '通过' : '未通过'
  return [
    cell(String(number), CENTER),
    cell(nameOf(subject), CENTER),
    cell(subject.submission.employer.name),
    cell(categoryName(subject), CENTER),
    ...counts.map((n) => cell(n === undefined ? '' : String(n), CENTER)),
    cell(outcome, CENTER),
  ]
}
