/** What people are told of (domain §5.4): for each event whom it is for, in which words, and the commands that bring it about, scene by scene. */
import type { OrgId } from '@yejibu/shared/kernel/ids'
import { officerAt } from '@yejibu/shared/testing/case-history'
import type { MessageKind } from '@yejibu/shared/wire/messages'
import { remind } from '../../case/reminders.ts'
import { accepted, CASE_PLAN, type CaseStage } from '../../testing/case-stage.ts'

export const DAY = 86_400_000
export const OWNER = 'xumingchuan'
export const HR = ['zhoumin', 'wangxiao']
export const REGISTRAR = 'luqinghe'
/** Each who may be told anything, with her number where her employer approved one. */
export const MOBILES: Readonly<Record<string, string>> = { [OWNER]: '13800000005', [REGISTRAR]: '13800000006' }
export const ALL = [OWNER, ...HR, REGISTRAR, 'sunli', 'hejing', 'zhouhang', officerAt('FEE').accountId as string]

export interface Event {
  readonly kind: MessageKind
  readonly to: readonly string[]
  /** In words of its own. */
  readonly words: string
  /** Brings it near. */
  readonly before?: (on: CaseStage) => Promise<unknown>
  /** What brings it about. */
  readonly cause: (on: CaseStage) => Promise<unknown>
}

const FEE = officerAt('FEE').accountId
const does = async (on: CaseStage, who: string, kind: Parameters<CaseStage['move']>[0]) =>
  accepted(await on.does(who, await on.move(kind)))
const reminds = async (on: CaseStage) => {
  const { office } = on.stage
  const told = await remind({
    ...office.publicly,
    ...{ plans: office.plans, log: office.log, readDocument: office.readDocument },
  })
  if (told === 0) throw new Error('nobody was reminded')
}
const at = (on: CaseStage, ms: number) => {
  on.stage.clock.at = ms
}

const STRAIGHT: readonly Event[] = [
  { kind: 'application-arrived', to: HR, words: '有新的申报材料待审查', cause: (on) => on.submit().then(accepted) },
  {
    kind: 'notice-over',
    to: ['zhoumin'],
    words: '一份公示期限已满，请录入公示情况',
    before: async (on) => {
      await on.walkTo('notice-running')
      on.stage.pass(20 * DAY)
    },
    cause: reminds,
  },
  {
    kind: 'notice-finished',
    to: ['zhoumin'],
    words: '一份公示已期满结束，可以报送',
    cause: (on) => does(on, 'wangxiao', 'close-notice'),
  },
  {
    kind: 'fee-due',
    to: [OWNER],
    words: '您有一笔待缴费用，请在规定时间内办理',
    before: (on) => on.walkTo('stage-passed', 'MID_OFFICE'),
    cause: (on) => on.step(),
  },
  {
    kind: 'fee-overdue',
    to: [OWNER],
    words: '您的缴费期限已过',
    before: async (on) => on.stage.pass(60 * DAY),
    cause: (on) => does(on, OWNER, 'let-time-pass'),
  },
  {
    kind: 'fee-due',
    to: [OWNER],
    words: '您有一笔待缴费用，请在规定时间内办理',
    cause: (on) => does(on, FEE, 'reopen-fee'),
  },
  {
    kind: 'form-available',
    to: [OWNER],
    words: '评审表已可导出',
    cause: (on) => does(on, FEE, 'confirm-payment'),
  },
  {
    kind: 'result-announced',
    to: [OWNER],
    words: '评审结果已公布',
    before: (on) => on.walkTo('result-notice-running'),
    cause: (on) => on.step(),
  },
  { kind: 'certificate-issued', to: [OWNER], words: '您的资格证书已可查询', cause: (on) => on.step() },
]

const BACK_AND_OUT: readonly Event[] = [
  {
    kind: 'returned',
    to: [OWNER],
    words: '您的申报材料被退回，请查看原因并修改',
    before: async (on) => {
      accepted(await on.submit())
      await does(on, 'wangxiao', 'open-submission')
      const { digest, lines } = (await on.kase()).filed ?? { digest: '', lines: {} }
      const checks = [{ line: Object.keys(lines)[0] ?? '', verdict: 'wrong', remark: '请补充说明。' }]
      accepted(await on.ask('wangxiao', 'check-lines', { application: on.application, digest, checks }))
    },
    cause: (on) => does(on, 'wangxiao', 'return-submission'),
  },
  {
    kind: 'closing-soon',
    to: [OWNER],
    words: '您有一份申报尚未提交，申报计划即将截止',
    before: async (on) => at(on, Date.parse(CASE_PLAN.window.close) - 2 * DAY),
    cause: reminds,
  },
  {
    kind: 'application-arrived',
    to: HR,
    words: '有新的申报材料待审查',
    cause: (on) => on.submit('补充了述职。').then(accepted),
  },
  {
    kind: 'rejected',
    to: [OWNER],
    words: '您的申报有新的审查结果',
    cause: (on) => does(on, 'zhoumin', 'reject-submission'),
  },
  {
    kind: 'voided',
    to: [OWNER],
    words: '您的申报有新的处理决定',
    cause: (on) => does(on, 'hejing', 'void-application'),
  },
]

const LISTED: readonly Event[] = [
  {
    kind: 'list-posted',
    to: [OWNER],
    words: '您已列入复审通过人员公示名单',
    before: async (on) => {
      accepted(await on.submit())
      await on.walkTo('stage-passed', 'HRSS_M')
    },
    cause: (on) => on.step(),
  },
  {
    kind: 'interview-called',
    to: [OWNER],
    words: '您有一项面试（答辩）安排',
    before: (on) => on.walkTo('form-delivered'),
    cause: (on) => on.step(),
  },
]

const LETTER = new TextEncoder().encode('%PDF-1.4\n%%EOF\n')
export const ORG = 'registering'
const seal = async (on: CaseStage) => {
  const lead = await on.stage.as(REGISTRAR)
  const put = accepted(await lead.ask('PUT', `/api/registrations/${ORG}/authorisation`, { bytes: LETTER }))
  const { sha256 } = put.body as { readonly sha256: string }
  accepted(await lead.command('send-authorisation', { org: ORG, sha256 }))
  return sha256
}
const sealed = async (on: CaseStage) => (await on.stage.office.membership.registration(ORG as OrgId))?.sha256 ?? ''
const REGISTERED: readonly Event[] = [
  {
    kind: 'employer-refused',
    to: [REGISTRAR],
    words: '单位注册未通过审核，请查看原因',
    before: async (on) => {
      const particulars = {
        ...{ name: '绍兴市某检测公司', creditCode: '12330600MB12345679', nature: 'institution', region: '绍兴市' },
        ...{ department: '绍兴市生态环境局', contact: '陆清和', phone: '13900000000' },
      }
      accepted(await on.ask(REGISTRAR, 'register-employer', { org: ORG, particulars }))
      await seal(on)
    },
    cause: async (on) =>
      on.ask('zhouhang', 'refuse-employer', { org: ORG, sha256: await sealed(on), reason: '印章不清' }).then(accepted),
  },
  {
    kind: 'employer-approved',
    to: [REGISTRAR],
    words: '单位注册已审核通过',
    before: seal,
    cause: async (on) => on.ask('zhouhang', 'approve-employer', { org: ORG, sha256: await sealed(on) }).then(accepted),
  },
]

const chains = CASE_PLAN.chains.map((chain) => ({
  ...chain,
  stages: chain.stages.flatMap((stage) => {
    if (stage === 'HRSS_M') return [stage, 'QUAL_PUB' as const]
    return stage === 'MID_MEETING' ? ['INTERVIEW' as const, stage] : [stage]
  }),
}))
export const SCENES: readonly (readonly [string, typeof CASE_PLAN, readonly Event[]])[] = [
  ['on the straight way', CASE_PLAN, STRAIGHT],
  ['back and out', CASE_PLAN, BACK_AND_OUT],
  ['on a list and to an interview', { ...CASE_PLAN, chains }, LISTED],
  ['of an employer', CASE_PLAN, REGISTERED],
]
