/** Papers of employers and of the departments above them: F5 《事业单位人员职称申报岗位信息表》 and F7 评审委托书. Numbers of posts are for pens: no record holds them. */
import type { Mandate } from '../case/letter.ts'
import { type Block, type Cell, cell, type Form, label, sealOf } from './form.ts'
import { newest } from './publicity-form.ts'
import { categoryName, nameOf, ofPerson, personOf, type Subject, titleHeld } from './subject.ts'
import { dayInWords, dottedMonth } from './value-words.ts'

const CENTER = { align: 'center' } as const

/** @param subjects people on the establishment of one employer; at least one */
export function postInformation(subjects: readonly [Subject, ...Subject[]]): Form {
  const [{ submission, plan }] = subjects
  const empty = (count: number): Cell[] => Array.from({ length: count }, () => cell(''))
  const levels = ['正高级', '副高级', '中级', '初级及未定级', '总数']
  const person = (subject: Subject): readonly Cell[] => {
    const held = titleHeld(subject)
    return [
      cell(nameOf(subject), CENTER),
      cell(personOf(subject).idNumber ?? '', CENTER),
      cell(held.name, CENTER),
      cell('', CENTER),
      cell(dottedMonth(personOf(subject).titleAppointedYm), CENTER),
      cell('', CENTER),
      cell(subject.plan.targetTitle, CENTER),
    ]
  }
  return {
    kind: 'post-information',
    title: '事业单位人员职称申报岗位信息表',
    paper: 'portrait',
    watermark: null,
    checkpoint: newest(subjects),
    foot: `${submission.plan.year}年度　${submission.employer.name}　共${subjects.length}人`,
    blocks: [
      { kind: 'title', text: '事业单位人员职称申报岗位信息表', size: 'main' },
      {
        kind: 'grid',
        widths: [20, 30, 25, 25],
        rowMm: 9,
        rows: [
          [label('单位名称（盖章）'), cell(submission.employer.name), label('编制数'), cell('')],
          [label('专业技术岗位总数'), cell(''), label('目前专技人才实际聘用数'), cell('')],
        ],
      },
      {
        kind: 'grid',
        widths: [18, 14, 14, 26, 14, 14],
        rowMm: 9,
        rows: [
          ['等级', '核准比例', '核准人数', '按标准比例和实聘人数计算可聘人数', '实聘人数', '空缺情况'].map((name) =>
            label(name),
          ),
          ...levels.map((level) => [label(level), cell(level === '总数' ? '—' : '', CENTER), ...empty(4)]),
        ],
      },
      {
        kind: 'grid',
        widths: [100],
        rows: [
          [label('竞聘结果')],
          [
            cell(
              `　　${plan.year}年我单位共推出＿＿＿个正高级、＿＿＿个副高级、＿＿＿个中级岗位进行竞聘。经竞聘，确定聘任的在编人员中＿＿＿人已具有资格直接聘任，` +
                '＿＿＿人目前不具有相应资格，同意推荐参加评审，并承诺取得资格后按规定及时聘任。',
              { leastMm: 24 },
            ),
          ],
        ],
      },
      {
        kind: 'grid',
        widths: [11, 22, 14, 13, 13, 13, 14],
        rowMm: 9,
        rows: [
          [
            '姓名',
            '身份证号码',
            '现有专业技术职务任职资格',
            '聘任专业技术职级',
            '聘任时间',
            '在聘岗位等级',
            '推荐申报职称',
          ].map((name) => label(name)),
          ...subjects.map(person),
          ...(subjects.length < 4 ? Array.from({ length: 4 - subjects.length }, () => empty(7)) : []),
        ],
      },
      {
        kind: 'opinion',
        label: '主管部门或人力社保部门意见',
        text: '',
        leastMm: 40,
        signs: sealOf('盖章'),
      },
      { kind: 'line', text: '注：本表由事业单位推荐申报的在编人员填报。', isSmall: true },
    ],
  }
}

/** Whom one letter is about, in the roster's order. */
interface Letter {
  readonly said: Mandate
  readonly people: readonly [Subject, ...Subject[]]
}

function lettersOf(subjects: readonly Subject[]): readonly Letter[] {
  const letters = new Map<string, Letter>()
  for (const subject of subjects) {
    const { mandate } = subject.case
    if (!mandate) continue
    const known = letters.get(mandate.number)
    letters.set(
      mandate.number,
      known ? { ...known, people: [...known.people, subject] } : { said: mandate, people: [subject] },
    )
  }
  return [...letters.values()].sort((a, b) => (a.said.on + a.said.number < b.said.on + b.said.number ? -1 : 1))
}

/**
 * The letters (评审委托书) that an office has issued under a plan, each with its people on pages of its own; seal and telephone are left to the paper.
 * @param subjects in the roster's order; those without a letter are in none
 * @returns null where nobody has one
 */
export function reviewMandate(subjects: readonly Subject[], from: string): Form | null {
  const letters = lettersOf(subjects)
  const [first, ...others] = letters.flatMap(({ people }) => people)
  if (!first) return null
  const { plan, submission } = first
  const people = [first, ...others] as const
  return {
    kind: 'mandate',
    title: '评审委托书',
    paper: 'portrait',
    watermark: null,
    checkpoint: newest(people),
    foot: `${submission.plan.year}年度　${plan.title}　${from}　共${people.length}人`,
    blocks: letters.flatMap((letter, index): Block[] => [
      ...(index === 0 ? [] : [{ kind: 'page' } as const]),
      ...letterBlocks(letter, from),
    ]),
  }
}

function letterBlocks({ said, people }: Letter, from: string): readonly Block[] {
  const [first] = people
  const { plan, submission } = first
  const row = (subject: Subject, index: number): readonly Cell[] => [
    cell(String(index + 1), CENTER),
    cell(nameOf(subject), CENTER),
    cell(subject.submission.employer.name),
    cell(categoryName(subject) || ofPerson(subject, 'specialty'), CENTER),
    cell(subject.plan.targetTitle, CENTER),
  ]
  const categories = [...new Set(people.map((one) => categoryName(one) || ofPerson(one, 'specialty')))].filter(
    (name) => name !== '',
  )
  return [
    { kind: 'space', mm: 6 },
    { kind: 'title', text: '评 审 委 托 书', size: 'main' },
    { kind: 'line', text: said.number, align: 'center' },
    { kind: 'space', mm: 4 },
    { kind: 'line', text: `${said.committee}：` },
    {
      kind: 'prose',
      text:
        `根据“${plan.title}”的要求，我单位${submission.plan.year}年度有${plan.series}${categories.length > 0 ? `（${categories.join('、')}）` : ''}` +
        `${nameOf(first)}${people.length > 1 ? '等' : ''}${people.length}名人员申报${plan.targetTitle}资格。${said.grounds}\n现委托贵委员会予以评审。`,
    },
    { kind: 'space', mm: 3 },
    {
      kind: 'grid',
      widths: [8, 14, 40, 20, 18],
      headRows: 1,
      rows: [['序号', '姓名', '工作单位', '申报专业', '申报资格'].map((name) => label(name)), ...people.map(row)],
    },
    { kind: 'space', mm: 10 },
    { kind: 'line', text: `委托单位：${from}（盖章）`, align: 'right' },
    { kind: 'line', text: `经办人：${said.handler}　联系电话：＿＿＿＿＿＿＿＿`, align: 'right' },
    { kind: 'line', text: dayInWords(said.on), align: 'right' },
  ]
}
