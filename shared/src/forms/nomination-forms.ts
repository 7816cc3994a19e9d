/** F4 举荐…专家意见表 (two identical halves, verbatim from the notice), F6 破格推荐…审批表, F17 单位说明: what is filled in is printed, the rest is for pens. */

import { paperOf } from './cover-and-history.ts'
import { type Block, cell, DATE_BY_HAND, type Form, label } from './form.ts'
import { birthMonth, nameOf, ofPerson, type Subject, schoolingOf, titleHeld, workLines } from './subject.ts'
import { dottedMonth } from './value-words.ts'

export function expertOpinion(subject: Subject): Form {
  const table =
    subject.plan.selfEvaluation?.table?.title ?? '浙江省生态环境专业高级（正高级）工程师职务任职资格量化评价表'
  const half = (number: number): readonly Block[] => [
    {
      kind: 'grid',
      widths: [16, 18, 14, 18, 14, 20],
      rowMm: 10,
      rows: [
        [label(`推荐专家${number}`, { across: 6 })],
        [label('姓名'), cell(''), label('单位'), cell('', { across: 3 })],
        [label('职称'), cell(''), label('从事专业'), cell(''), label('手机'), cell('')],
        [label('专家评价分'), cell('', { across: 5 })],
        [label('推荐理由'), cell('', { across: 5, leastMm: 24 })],
      ],
    },
    {
      kind: 'opinion',
      label: '专家意见',
      text: `经对${nameOf(subject)}的评审材料及《${table.replace(/[《》]/g, '')}》审核，本人愿意推荐其参加评审。`,
      leastMm: 24,
      signs: ['签名：＿＿＿＿＿＿＿', DATE_BY_HAND],
    },
  ]
  return {
    ...paperOf(subject, 'expert-opinion', '举荐专业技术职务任职资格专家意见表'),
    blocks: [
      { kind: 'title', text: '举荐专业技术职务任职资格专家意见表', size: 'main' },
      { kind: 'line', text: `申报人：${nameOf(subject)}　　单位：${subject.submission.employer.name}`, isSmall: true },
      ...half(1),
      { kind: 'space', mm: 3 },
      ...half(2),
    ],
  }
}

const LEVELS = { junior: '初', mid: '中', 'sub-senior': '副高', senior: '高' } as const

export function exceptionForm(subject: Subject): Form {
  const title = `破格推荐${LEVELS[subject.plan.level]}级专业技术职务任职资格审批表`
  const schooling = schoolingOf(subject)
  const held = titleHeld(subject)
  const school = [
    schooling.graduated === '' ? '' : `${dottedMonth(schooling.graduated)}`,
    schooling.school,
    schooling.major,
    schooling.level,
  ]
  const center = { align: 'center' } as const
  return {
    ...paperOf(subject, 'exception', title),
    blocks: [
      { kind: 'title', text: title, size: 'main' },
      {
        kind: 'grid',
        widths: [18, 18, 14, 16, 16, 18],
        rowMm: 11,
        rows: [
          [
            label('姓名'),
            cell(nameOf(subject), center),
            label('性别'),
            cell(ofPerson(subject, 'gender'), center),
            label('出生年月'),
            cell(dottedMonth(birthMonth(subject)), center),
          ],
          [
            label('工作单位'),
            cell(subject.submission.employer.name),
            label('行政职务'),
            cell(ofPerson(subject, 'adminPost'), center),
            label('专业工作年限'),
            cell(ofPerson(subject, 'specialtyWorkYears'), center),
          ],
          [
            label('何年何校何专业毕业'),
            cell(school.filter((text) => text !== '').join(' ')),
            label('现专业技术职务'),
            cell(held.name, center),
            label('聘任时间'),
            cell(held.appointed, center),
          ],
          [label('破格推荐何专业技术职务'), cell(subject.plan.targetTitle, { across: 5 })],
          [label('简历'), cell(workLines(subject).join('\n'), { across: 5, leastMm: 30 })],
          [label('破格推荐理由'), cell('', { across: 5, leastMm: 32 })],
        ],
      },
      ...['所在单位意见', '主管部门意见', '市（厅、局）人事部门意见'].map(
        (name) => ({ kind: 'opinion', label: name, text: '', leastMm: 26, signs: ['（盖章）', DATE_BY_HAND] }) as const,
      ),
    ],
  }
}

/** For people off the establishment or on leave to found a firm; what the employer confirms is its own word. */
export function unitNote(subject: Subject): Form {
  const { employer } = subject.submission
  return {
    ...paperOf(subject, 'unit-note', '单位说明'),
    blocks: [
      { kind: 'space', mm: 14 },
      { kind: 'title', text: '单 位 说 明', size: 'main' },
      { kind: 'space', mm: 8 },
      { kind: 'line', text: `${subject.plan.committee.name}：` },
      { kind: 'space', mm: 3 },
      {
        kind: 'prose',
        text:
          `${nameOf(subject)}同志，${ofPerson(subject, 'gender')}，系我单位工作人员，现任岗位：${ofPerson(subject, 'post') || '　　　　　　'}，` +
          `编制情况：${ofPerson(subject, 'staffing') || '　　　　　　'}，人事档案存放于${ofPerson(subject, 'fileCustodian') || '　　　　　　'}。` +
          `现申报“${subject.plan.title}”。\n情况说明：\n\n\n\n\n特此说明。我单位对以上情况的真实性负责。`,
      },
      { kind: 'space', mm: 24 },
      { kind: 'line', text: `${employer.name}（单位盖章）`, align: 'right' },
      { kind: 'line', text: '负责人签名：＿＿＿＿＿＿＿', align: 'right' },
      { kind: 'line', text: DATE_BY_HAND, align: 'right' },
    ],
  }
}
