/**
 * F2 《专业技术职务任职资格评审表》: cover, the person, the sixteen sections, statement, pledge, and the opinions in the order of the seals (domain §6).
 * The official layout is in no source; the order is the specification's. What was decided is printed, what was not leaves room for a pen.
 */

import { SECTION_KEYS } from '../archive/section.ts'
import type { Vote } from '../case/meeting.ts'
import type { StageCode } from '../plan/stage-code.ts'
import { type Block, cell, DATE_BY_HAND, type Form, label, type Opinion, type Picture, sealOf } from './form.ts'
import { materials } from './material-list.ts'
import { pledgeBlocks } from './pledge-form.ts'
import { chineseNumeral, sectionBlocks } from './section-tables.ts'
import {
  acceptancePoint,
  birthMonth,
  categoryName,
  lastDecision,
  nameOf,
  officeName,
  ofPerson,
  type Subject,
  schoolingOf,
  titleHeld,
  typeName,
} from './subject.ts'
import { dayInWords, dayOfMoment, dottedMonth } from './value-words.ts'

/** Handed in for good only when the plan's moment has come (domain §9.1-24); before it each page says that it is a preview. */
export const PREVIEW_MARK = '预览件　不得报送'

/** Where the plan names no words of its own: as the notices print them. */
export const USUAL_WATERMARK = '浙江省专业技术职务任职资格申报与评审服务管理平台'

const PHOTO = { widthMm: 28, heightMm: 39 } as const

const DEPARTMENTS: readonly StageCode[] = ['DEPT_C', 'DEPT_M', 'DEPT_P']
const HRSS: readonly StageCode[] = ['HRSS_C', 'HRSS_M', 'ECO_HR']

export function evaluationForm(subject: Subject, isFinal: boolean): Form {
  const { plan, submission } = subject
  const afterSections = 2 + SECTION_KEYS.length
  const blocks: Block[] = [
    ...cover(subject),
    { kind: 'page' },
    { kind: 'title', text: '一、基本情况', size: 'section' },
    basics(subject),
    ...sectionBlocks(subject, 2),
    { kind: 'title', text: `${chineseNumeral(afterSections)}、附件目录`, size: 'section' },
    materials(subject),
    { kind: 'title', text: `${chineseNumeral(afterSections + 1)}、${plan.statement.label}`, size: 'section' },
    { kind: 'grid', widths: [100], rows: [[cell(indented(submission.form.statement), { leastMm: 90 })]] },
    { kind: 'title', text: `${chineseNumeral(afterSections + 2)}、个人承诺`, size: 'section' },
    ...pledgeBlocks(subject, 50),
    { kind: 'title', text: `${chineseNumeral(afterSections + 3)}、审查、评审与审批意见`, size: 'section' },
    ...opinions(subject),
  ]
  return {
    kind: 'evaluation',
    title: '专业技术职务任职资格评审表',
    paper: 'portrait',
    watermark: isFinal ? (plan.evaluationForm.watermarkText ?? USUAL_WATERMARK) : PREVIEW_MARK,
    checkpoint: subject.checkpoint,
    foot: `${submission.plan.year}年度　${nameOf(subject)}　${submission.employer.name}`,
    blocks,
  }
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `　　${line.trim()}`)
    .join('\n')
}

function cover(subject: Subject): readonly Block[] {
  const { plan, submission } = subject
  const lines: readonly (readonly [string, string])[] = [
    ['单　　位', submission.employer.name],
    ['姓　　名', nameOf(subject)],
    ['现任专业技术资格', titleHeld(subject).name],
    ['申报专业', categoryName(subject) || plan.specialties.join('、') || ofPerson(subject, 'specialty')],
    ['申报资格', plan.targetTitle],
    ['申报类型', typeName(subject)],
    ['评审委员会', plan.committee.name],
  ]
  return [
    { kind: 'space', mm: 22 },
    { kind: 'title', text: '专业技术职务任职资格', size: 'cover' },
    { kind: 'title', text: '评　审　表', size: 'cover' },
    { kind: 'line', text: `（${submission.plan.year} 年度）`, align: 'center' },
    { kind: 'space', mm: 26 },
    ...lines.map(([name, value]) => ({ kind: 'cover-line', label: name, value }) as const),
    { kind: 'space', mm: 24 },
    { kind: 'line', text: `提交时间：${dayOfMoment(subject.case.filed?.at)}`, align: 'center' },
    { kind: 'line', text: `申报编号：${submission.application}`, align: 'center', isSmall: true },
  ]
}

function basics(subject: Subject) {
  const { submission } = subject
  const of = (name: string) => ofPerson(subject, name)
  const schooling = schoolingOf(subject)
  const held = titleHeld(subject)
  const photo: Picture | null = submission.filing?.photo ? { ...submission.filing.photo, ...PHOTO } : null
  const [middle, wide] = [{ align: 'center' } as const, { across: 3 } as const]
  return {
    kind: 'grid',
    widths: [16, 14, 13, 12, 15, 14, 16],
    rowMm: 10,
    rows: [
      [
        label('姓名'),
        cell(nameOf(subject), middle),
        label('性别'),
        cell(of('gender'), middle),
        label('民族'),
        cell(of('ethnicity'), middle),
        photo ? cell('', { down: 4, picture: photo, ...middle }) : cell('照片', { down: 4, ...middle }),
      ],
      [
        label('出生年月'),
        cell(dottedMonth(birthMonth(subject)), middle),
        label('政治面貌'),
        cell(of('politicalStatus'), middle),
        label('参加工作时间'),
        cell(of('workStartYm'), middle),
      ],
      [label('身份证件号码'), cell(of('idNumber'), wide), label('手机号'), cell(of('mobile'), middle)],
      [label('曾用名'), cell(of('formerName'), middle), label('户籍所在地'), cell(of('domicile'), wide)],
      [
        label('工作单位'),
        cell(submission.employer.name, wide),
        label('单位性质'),
        cell(of('employerNature'), { across: 2, ...middle }),
      ],
      [
        label('工作部门'),
        cell(of('department'), wide),
        label('行政职务'),
        cell(of('adminPost'), { across: 2, ...middle }),
      ],
      [
        label('主管部门'),
        cell(of('competentDeptName'), wide),
        label('编制情况'),
        cell(of('staffing'), { across: 2, ...middle }),
      ],
      [
        label('毕业院校'),
        cell(schooling.school, wide),
        label('所学专业'),
        cell(schooling.major, { across: 2, ...middle }),
      ],
      [
        label('学历'),
        cell(schooling.level, middle),
        label('学位'),
        cell(schooling.degree, middle),
        label('毕业时间'),
        cell(dottedMonth(schooling.graduated), { across: 2, ...middle }),
      ],
      [label('现任职称'), cell(held.name, wide), label('取得时间'), cell(held.obtained, { across: 2, ...middle })],
      [
        label('资格证书编号'),
        cell(of('titleCertNo'), wide),
        label('聘任时间'),
        cell(held.appointed, { across: 2, ...middle }),
      ],
      [
        label('从事专业'),
        cell(of('specialty'), wide),
        label('专业工作年限'),
        cell(of('specialtyWorkYears') === '' ? '' : `${of('specialtyWorkYears')}年`, { across: 2, ...middle }),
      ],
      [
        label('申报专业类别'),
        cell(categoryName(subject), wide),
        label('申报类型'),
        cell(typeName(subject), { across: 2, ...middle }),
      ],
      [
        label('受理点'),
        cell(acceptancePoint(subject)?.name ?? '', wide),
        label('档案存放单位'),
        cell(of('fileCustodian'), { across: 2, ...middle }),
      ],
      [label('备注'), cell(of('remark'), { across: 6 })],
    ],
  } as const
}

function opinions(subject: Subject): readonly Block[] {
  const { cleared, state } = subject.case
  const employer = lastDecision(subject, ['EMP'])
  const notice = cleared
    ? `公示情况：${dayInWords(cleared.startedOn)}至${dayInWords(cleared.closedOn)}公示，${cleared.result}`
    : ''
  const office = (name: string, stages: readonly StageCode[], seal: string): Opinion => {
    const decision = lastDecision(subject, stages)
    const by = officeName(subject, decision)
    const text = decision ? `${decision.text}${by === '' ? '' : `\n${by}`}` : ''
    return opinion(name, text, seal, decision?.at)
  }
  return [
    opinion(
      '单位意见及公示情况',
      [employer?.text ?? '', notice].filter((text) => text !== '').join('\n'),
      '单位盖章',
      employer?.at,
    ),
    office('主管部门意见', DEPARTMENTS, '主管部门盖章'),
    office('人力社保部门意见', HRSS, '人力社保部门盖章'),
    { ...opinion('专业组评议意见', '', '', undefined), leastMm: 30, signs: ['组长签名：＿＿＿＿＿＿＿', DATE_BY_HAND] },
    ballot('vote' in state ? state.vote : null),
    {
      ...opinion('评审委员会意见', '', '评审委员会盖章', undefined),
      signs: ['主任委员签名：＿＿＿＿＿＿＿', ...sealOf('评审委员会盖章')],
    },
    opinion('审批机关意见', '', '审批机关盖章', undefined),
  ]
}

function opinion(name: string, text: string, seal: string, at: string | undefined): Opinion {
  const signs = ['负责人签名：＿＿＿＿＿＿＿', `（${seal}）`, at ? dayOfMoment(at) : DATE_BY_HAND]
  return { kind: 'opinion', label: name, text, leastMm: 30, signs }
}

function ballot(vote: Vote | null) {
  const count = (n: number | undefined) => cell(n === undefined ? '' : String(n), { align: 'center' })
  return {
    kind: 'grid',
    widths: [14, 17.2, 17.2, 17.2, 17.2, 17.2],
    rowMm: 10,
    rows: [
      [
        label('评委会表决结果', { down: 2 }),
        ...['应到人数', '实到人数', '赞成票数', '反对票数', '弃权票数'].map((name) => label(name)),
      ],
      [vote?.seats, vote?.present, vote?.for, vote?.against, vote?.abstain].map(count),
    ],
  } as const
}
