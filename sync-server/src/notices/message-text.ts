/**
 * What goes out of the office by e-mail and SMS: the event in a few words and where to sign in. No name, number, amount, reason or application is
 * in it, and the link opens a page that asks who one is.
 */
import type { MessageKind } from '@yejibu/shared/wire/messages'

const EVENTS: Readonly<Record<MessageKind, string>> = {
  'fee-due': '您有一笔待缴费用，请在规定时间内办理',
  'fee-overdue': '您的缴费期限已过',
  'form-available': '评审表已可导出',
  returned: '您的申报材料被退回，请查看原因并修改',
  rejected: '您的申报有新的审查结果',
  'interview-called': '您有一项面试（答辩）安排',
  'result-announced': '评审结果已公布',
  'certificate-issued': '您的资格证书已可查询',
  voided: '您的申报有新的处理决定',
  'notice-finished': '一份公示已期满结束，可以报送',
  'application-arrived': '有新的申报材料待审查',
  'list-posted': '您已列入复审通过人员公示名单',
  'notice-over': '一份公示期限已满，请录入公示情况',
  'closing-soon': '您有一份申报尚未提交，申报计划即将截止',
  'employer-approved': '单位注册已审核通过',
  'employer-refused': '单位注册未通过审核，请查看原因',
}

export interface OutgoingText {
  readonly subject: string
  readonly text: string
}

/** @param link the office's own address, e.g. `https://yejibu.example.cn` */
export function outgoingText(kind: MessageKind, link: string): OutgoingText {
  const address = new URL('/', link).href
  return { subject: `【业绩簿】${EVENTS[kind]}`, text: `【业绩簿】${EVENTS[kind]}。请登录 ${address} 查看。` }
}
