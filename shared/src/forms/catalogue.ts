/**
 * Which forms there are, what each is for, and who may print it. A person's forms are about one submission; a group's are about everybody whom an
 * organisation has under one plan. Whoever may not read a case prints nothing of it.
 */
import { type Actor, isHrOf } from '../account/actor.ts'
import type { Text } from '../archive/label.ts'
import type { Case } from '../case/case-state.ts'
import { tabFor } from '../case/decisions.ts'
import type { OrgId } from '../kernel/ids.ts'
import { bagCover, hoursForm, workHistory } from './cover-and-history.ts'
import { directAbc, directRecommendation } from './direct-forms.ts'
import { postInformation } from './employer-forms.ts'
import { evaluationForm } from './evaluation-form.ts'
import type { Form } from './form.ts'
import { FORM_KINDS, type FormKind, formNumber } from './form-kind.ts'
import { materialListForm } from './material-list.ts'
import { isFinal, noticeTermsOf } from './moments.ts'
import { exceptionForm, expertOpinion, unitNote } from './nomination-forms.ts'
import { pledgeForm } from './pledge-form.ts'
import { publicityForm } from './publicity-form.ts'
import { selfEvaluationForm } from './self-evaluation-form.ts'
import { entriesOf, personOf, type Subject } from './subject.ts'

export type Audience = 'owner' | 'employer' | 'office'

interface Entry {
  readonly title: Text
  readonly purpose: Text
  /** Who prints it about one person. */
  readonly ofPerson: readonly Audience[]
  /** Who prints it about many under a plan. */
  readonly ofGroup: readonly Exclude<Audience, 'owner'>[]
  /** Whom it concerns; everybody where left out. */
  concerns?(subject: Subject): boolean
  /** No source shows its official layout: what is printed says that it is the employer's own sheet. */
  readonly isOwnSheet?: boolean
  /** Absent of what is printed about many, or elsewhere. */
  make?(subject: Subject): Form | null
}

function text(zh: string, en: string): Text {
  return { zh, en }
}

const ALL = ['owner', 'employer', 'office'] as const
const OWN = ['owner', 'employer'] as const

export const CATALOGUE: Readonly<Record<FormKind, Entry>> = {
  publicity: {
    title: text('公示表', 'Public notice'),
    purpose: text(
      '单位内公示不少于5个工作日，不含证件号码和电话。',
      'Posted by the employer for five working days; no card or telephone number on it.',
    ),
    ofPerson: ['employer'],
    ofGroup: ['employer'],
    make: (subject) => publicityForm([subject], noticeTermsOf(subject)),
  },
  evaluation: {
    title: text('评审表', 'Evaluation form'),
    purpose: text(
      '报送评审委员会的正式表格，每页带水印，盖章后按计划要求的份数报送。',
      'The form for the committee, watermarked on each page; sealed and handed in as the plan says.',
    ),
    ofPerson: ALL,
    ofGroup: ['office'],
    make: (subject) => evaluationForm(subject, isFinal(subject)),
  },
  roster: {
    title: text('评审对象花名册', 'Roster'),
    purpose: text(
      '制发证书的依据，顺序与纸质材料一致；可导出Excel。',
      'The basis of certificates, in the order of the paper files; also as a sheet.',
    ),
    ofPerson: [],
    ofGroup: ['office'],
  },
  'expert-opinion': {
    title: text('专家举荐意见表', "Experts' nomination"),
    purpose: text(
      '标志性业绩申报时由2名专家填写签名后上传。',
      'Filled in and signed by two experts for a landmark achievement, then uploaded.',
    ),
    ofPerson: OWN,
    ofGroup: [],
    concerns: ({ submission: { form } }) => form.type === 'landmark',
    make: expertOpinion,
  },
  'post-information': {
    title: text('事业单位人员职称申报岗位信息表', 'Posts of a public institution'),
    purpose: text(
      '事业单位在编人员由单位填写岗位情况，盖章后上传。',
      'For people on the establishment: the employer adds its posts and its seal.',
    ),
    ofPerson: OWN,
    ofGroup: ['employer'],
    concerns: (subject) => personOf(subject).staffing === 'institutionQuota',
    make: (subject) => postInformation([subject]),
  },
  exception: {
    title: text('破格推荐审批表', 'Exception'),
    purpose: text('破格申报时逐级签署意见。', 'Signed level by level for an exceptional application.'),
    ofPerson: OWN,
    ofGroup: [],
    concerns: ({ submission: { form } }) => form.type === 'exception',
    make: exceptionForm,
  },
  mandate: {
    title: text('评审委托书', 'Mandate'),
    purpose: text(
      '归口主管部门或人事代理机构委托评审，每批一份；先在“审查办理”开具，再打印盖章。',
      'From the department above to the committee, one for each batch; issued on the page of the case, then printed and sealed.',
    ),
    ofPerson: [],
    ofGroup: ['office'],
  },
  authorisation: {
    title: text('用人单位委托证明', "Employer's authorisation"),
    purpose: text('单位注册时打印盖章，在“单位注册”页面办理。', 'Printed on the registration page and sealed there.'),
    ofPerson: [],
    ofGroup: [],
  },
  pledge: {
    title: text('申报材料真实性保证书', 'Pledge of truthfulness'),
    purpose: text('本人签署的保证书，含签名和日期。', 'The pledge as it was signed, with signature and date.'),
    ofPerson: ALL,
    ofGroup: [],
    make: pledgeForm,
  },
  'self-evaluation': {
    title: text('自评表与推荐表', 'Self-evaluation'),
    purpose: text(
      '自评得分及依据，由推荐人签名后上传。',
      'The points and what is behind them; signed by the recommenders.',
    ),
    ofPerson: ALL,
    ofGroup: [],
    concerns: ({ submission: { filing } }) => filing?.score !== undefined && filing.score !== null,
    make: selfEvaluationForm,
  },
  'direct-recommendation': {
    title: text('直接推荐专业技术职务任职资格审核表', 'Direct recommendation'),
    purpose: text(
      '通知附有统一样表的用其样表；没有的，打印本单位自制表，补填理由，逐级盖章后上传。',
      'On the sheet that comes with the notice; where none does, on this sheet of the employer’s own: add the reason, have it sealed level by level, upload it.',
    ),
    ofPerson: OWN,
    ofGroup: [],
    concerns: ({ submission: { form } }) => form.type === 'selfEval',
    isOwnSheet: true,
    make: directRecommendation,
  },
  'direct-abc': {
    title: text('直接ABC类申报审批表', 'Direct application (A, B, C)'),
    purpose: text(
      '通知附有统一样表的用其样表；没有的，打印本单位自制表，照通知填写对应条件，逐级盖章后上传。',
      'On the sheet that comes with the notice; where none does, on this sheet of the employer’s own: add the condition in the notice’s words, have it sealed, upload it.',
    ),
    ofPerson: OWN,
    ofGroup: [],
    concerns: ({ submission: { form } }) => form.type === 'directAbc',
    isOwnSheet: true,
    make: directAbc,
  },
  'work-history': {
    title: text('专业技术工作经历表', 'Work history'),
    purpose: text(
      '工作经历汇总，补填证明人，单位审核盖章。',
      'The posts held; witnesses are added by hand, the employer seals it.',
    ),
    ofPerson: ALL,
    ofGroup: [],
    make: workHistory,
  },
  hours: {
    title: text('继续教育学时情况表', 'Hours of continuing education'),
    purpose: text(
      '按年度汇总学时并与计划要求对照；登记证明仍由学时系统打印。',
      "Hours by year against the plan's; the certificate itself comes from the hours' own system.",
    ),
    ofPerson: ALL,
    ofGroup: [],
    concerns: (subject) => entriesOf(subject, 'continuingEducation').length > 0,
    make: hoursForm,
  },
  'bag-cover': {
    title: text('资料袋封面', 'Cover of the bag'),
    purpose: text(
      '贴在材料袋正面：姓名、申报专业、所在地市、单位。',
      'For the front of the bag: name, specialty, city, employer.',
    ),
    ofPerson: OWN,
    ofGroup: [],
    make: bagCover,
  },
  'material-list': {
    title: text('申报材料清单', 'List of contents'),
    purpose: text('随材料袋移交时逐项核对。', 'To be checked line by line when the bag is handed over.'),
    ofPerson: OWN,
    ofGroup: [],
    make: materialListForm,
  },
  'unit-note': {
    title: text('单位说明', "Employer's note"),
    purpose: text(
      '事业单位非在编、离岗创业人员由单位说明情况。',
      'For people off the establishment or on leave to found a firm.',
    ),
    ofPerson: OWN,
    ofGroup: [],
    concerns: (subject) => ['institutionNonQuota', 'entrepreneurshipLeave'].includes(personOf(subject).staffing ?? ''),
    make: unitNote,
  },
  /** Of a meeting and not of people under a plan: `meeting-minutes.ts`. */
  minutes: {
    title: text('评审会议纪要', 'Minutes of a meeting'),
    purpose: text(
      '出席、回避、评审范围、通过规则和各人票数；由评审办公室留存，不对外公布。',
      'Attendance, who stood aside, what was before the meeting, the rule and each ballot as counts; for the office’s own file.',
    ),
    ofPerson: [],
    ofGroup: [],
  },
}

export interface Offer {
  readonly kind: FormKind
  /** F1 … F17. */
  readonly number: number
  readonly title: Text
  readonly purpose: Text
  /** `preview`: marked as not to be handed in. `own`: a sheet of the employer's own, where the notice has none. */
  readonly state: 'final' | 'preview' | 'own'
}

/** As whom this person sees the case; nothing where she may not. A draft taken back is its owner's alone. */
export function audiencesOf(actor: Actor, kase: Case): readonly Audience[] {
  const { filed } = kase
  if (!filed) return []
  const seen: Audience[] = actor.accountId === filed.submission.owner ? ['owner'] : []
  if (kase.state.kind === 'draft' || seen.length > 0) return seen
  if (isHrOf(actor, filed.submission.employer.id)) seen.push('employer')
  if (officesOf(actor).some((org) => tabFor(kase, org) !== null)) seen.push('office')
  return seen
}

/** The departments and committee offices whose member this person is. */
export function officesOf(actor: Actor): readonly OrgId[] {
  return actor.memberships.flatMap(({ orgId, role }) =>
    role === 'department' || role === 'committee-office' ? [orgId] : [],
  )
}

export function offersFor(actor: Actor, subject: Subject): readonly Offer[] {
  const audiences = audiencesOf(actor, subject.case)
  return FORM_KINDS.filter((kind) => {
    const { ofPerson, concerns } = CATALOGUE[kind]
    return ofPerson.some((one) => audiences.includes(one)) && (concerns?.(subject) ?? true)
  }).map((kind) => offerOf(kind, subject))
}

function offerOf(kind: FormKind, subject: Subject): Offer {
  const { title, purpose, isOwnSheet } = CATALOGUE[kind]
  const state = isOwnSheet ? 'own' : kind === 'evaluation' && !isFinal(subject) ? 'preview' : 'final'
  return { kind, number: formNumber(kind), title, purpose, state }
}

/** The form itself for somebody who is offered it, else null: absent and not allowed are one answer. */
export function printedFor(actor: Actor, subject: Subject, kind: FormKind): Form | null {
  const isOffered = offersFor(actor, subject).some((offer) => offer.kind === kind)
  return isOffered ? (CATALOGUE[kind].make?.(subject) ?? null) : null
}
