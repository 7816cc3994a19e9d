/** How the entries of each of the sixteen sections stand on paper: the columns, their widths and what goes into each (domain §6 F2). */
import type { PulledRevision } from '../application/submission.ts'
import type { FieldValues } from '../archive/item.ts'
import { SECTION_KEYS, type SectionKey } from '../archive/section.ts'
import { sectionByKey } from '../archive/sections.ts'
import { type Block, cell, type Grid, label } from './form.ts'
import { entriesOf, hoursByYear, type Subject } from './subject.ts'
import { dottedMonth, period, rankOf, wordsFor } from './value-words.ts'

export interface Column {
  readonly label: string
  readonly width: number
  /** A field in words, or what is put together from several. */
  readonly of: string | ((fields: FieldValues, say: (name: string) => string) => string)
  readonly isCentred?: boolean
}

const WHEN: Column = { label: '起止时间', width: 17, of: period, isCentred: true }
const RANK: Column = {
  label: '排名',
  width: 9,
  of: (fields) => rankOf(fields.rank, fields.participantCount),
  isCentred: true,
}

function text(label: string, width: number, of: Column['of']): Column {
  return { label, width, of }
}

function short(label: string, width: number, of: Column['of']): Column {
  return { label, width, of, isCentred: true }
}

/** Several values below each other, empty ones left out, each under its name. */
function together(...parts: readonly (readonly [label: string, field: string])[]): Column['of'] {
  return (_fields, say) =>
    parts
      .flatMap(([name, field]) => (say(field) === '' ? [] : [name === '' ? say(field) : `${name}：${say(field)}`]))
      .join('\n')
}

export const SECTION_COLUMNS: Readonly<Record<SectionKey, readonly Column[]>> = {
  education: [
    WHEN,
    text('毕业学校', 25, 'school'),
    text('专业', 17, 'major'),
    short('学历', 12, 'eduLevel'),
    short('学位', 8, 'degree'),
    short('毕业时间', 11, 'graduationYm'),
    short('学习形式', 10, 'studyMode'),
  ],
  work: [
    WHEN,
    text('工作单位', 23, 'employerName'),
    text('职务', 13, 'position'),
    text('从事专业', 14, together(['', 'specialty1'], ['', 'specialty2'], ['', 'specialty3'])),
    text('职务职责', 33, 'duties'),
  ],
  continuingEducation: [
    short('年度', 8, 'year'),
    short('科目类型', 14, 'subject'),
    text('培训项目', 42, 'trainingItem'),
    text('培训学校或组织单位', 28, (fields) => fields.trainingSchool || fields.organizer || ''),
    short('学时', 8, (fields) => fields.hours ?? ''),
  ],
  academicPost: [
    WHEN,
    text('单位或组织', 28, 'organization'),
    text('所任职务', 20, 'post'),
    text('职责', 35, 'duties'),
  ],
  award: [
    short('获奖时间', 10, 'awardYm'),
    text('获奖项目名称', 30, 'itemName'),
    text('获奖名称', 28, 'awardName'),
    short('级别', 11, 'level'),
    short('等级', 10, 'grade'),
    RANK,
  ],
  honor: [
    short('授予时间', 12, 'grantYm'),
    text('荣誉称号', 42, 'name'),
    text('授予单位', 32, 'grantor'),
    short('级别', 14, 'level'),
  ],
  researchProject: [
    WHEN,
    text('项目（基金）名称', 25, 'name'),
    text('来源', 15, together(['', 'source'], ['金额', 'amountWan'])),
    short('级别', 9, 'level'),
    RANK,
    text('主要任务', 25, together(['', 'mainTask'], ['是否结题', 'isFinished'])),
  ],
  engineeringProject: [
    WHEN,
    text('项目名称', 23, together(['', 'name'], ['规模', 'scale'], ['金额', 'amountWan'])),
    text('类别', 11, 'projectCategory'),
    short('角色', 9, 'role'),
    text('本人职责及项目情况', 40, together(['', 'responsibility'], ['项目情况', 'description'])),
  ],
  paper: [
    short('发表时间', 10, 'publishYm'),
    text('论文题目', 36, together(['', 'title'])),
    text('刊物名称', 21, 'journal'),
    short('索引', 10, 'indexing'),
    RANK,
    short('代表论文', 9, 'isRepresentative'),
  ],
  book: [
    short('出版时间', 10, 'pressYm'),
    text('书名', 32, 'title'),
    text('出版单位', 22, 'press'),
    short('类型', 9, 'bookType'),
    short('ISBN', 17, 'isbn'),
    short('作者排名', 10, 'authorRank'),
  ],
  patent: [
    short('批准时间', 10, 'approvedYm'),
    text('专利名称', 34, 'name'),
    short('专利号', 21, 'patentNo'),
    short('类型', 12, 'patentType'),
    RANK,
    short('是否授权', 10, 'isGranted'),
  ],
  standard: [
    short('发布时间', 10, 'publishedYm'),
    text('标准名称', 40, 'name'),
    short('标准编号', 24, 'standardNo'),
    short('级别', 12, 'level'),
    short('主持/参与', 14, 'role'),
  ],
  achievementAdoption: [
    short('立项时间', 10, 'projectYm'),
    text('产品技术名称', 26, 'resultName'),
    text('企业（采纳单位）', 20, 'companyName'),
    short('形式', 8, 'kind'),
    text(
      '效益与创新水平',
      36,
      together(['经济效益', 'economicBenefit'], ['社会效益', 'socialBenefit'], ['创新水平', 'innovationLevel']),
    ),
  ],
  qualificationCert: [
    short('获得时间', 10, 'obtainedYm'),
    text('证书名称', 28, together(['', 'name'], ['等级', 'level'])),
    text('专业', 16, 'specialty'),
    short('证书编号', 22, 'certNo'),
    text('发证机构', 24, 'issuer'),
  ],
  rewardPunishment: [short('时间', 16, 'ym'), text('奖惩名称', 64, 'name'), short('类型', 20, 'type')],
  assessment: [
    short('年度', 12, 'year'),
    short('考核结果', 16, 'result'),
    text('考核单位', 32, 'assessor'),
    text('考核意见', 40, 'opinion'),
  ],
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const

/** 1 → 一, 11 → 十一; up to 99. */
export function chineseNumeral(n: number): string {
  const tens = Math.floor(n / 10)
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${NUMERALS[tens - 1] ?? ''}十`
  return `${head}${n % 10 === 0 ? '' : (NUMERALS[(n % 10) - 1] ?? '')}`
}

/** All sections in the order of domain §3.2, each under its number from `first`; one without entries says 无. */
export function sectionBlocks(subject: Subject, first: number): readonly Block[] {
  return SECTION_KEYS.flatMap((key, index) => [
    {
      kind: 'title',
      text: `${chineseNumeral(first + index)}、${sectionByKey(key).label.zh}`,
      size: 'section',
    } as const,
    sectionGrid(subject, key),
  ])
}

export function sectionGrid(subject: Subject, key: SectionKey): Grid {
  const columns = SECTION_COLUMNS[key]
  const entries = entriesOf(subject, key)
  const none = [[cell('无', { across: columns.length, align: 'center' })]]
  return {
    kind: 'grid',
    widths: columns.map(({ width }) => width),
    headRows: 1,
    rows: [
      columns.map((column) => label(column.label)),
      ...(entries.length === 0 ? none : entries.map((entry) => entryRow(entry, columns))),
      ...(key === 'continuingEducation' && entries.length > 0 ? [hoursRow(subject, columns.length)] : []),
    ],
  }
}

function entryRow({ part, content: { fields } }: PulledRevision, columns: readonly Column[]) {
  const say = (name: string) => wordsFor(part, fields, name)
  return columns.map(({ of, isCentred }) => {
    const words = typeof of === 'string' ? say(of) : of(fields, say)
    return cell(words, { align: isCentred ? 'center' : 'left' })
  })
}

function hoursRow(subject: Subject, columns: number) {
  const sums = hoursByYear(subject).map(({ year, hours }) => `${year}年度 ${hours} 学时`)
  return [label('合计'), cell(sums.join('；'), { across: columns - 1 })]
}

/** `2019.07` of the month that names an entry, whichever field holds it. */
export function entryDate({ part, content: { fields } }: PulledRevision): string {
  if (part === 'profile') return ''
  const { dateField } = sectionByKey(part)
  return dottedMonth(fields[dateField])
}
