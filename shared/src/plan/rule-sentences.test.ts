/** The sentences of domain §7, word for word: those of the archive's own form, and those of an application that need no number of the plan. */
import { expect, test } from 'vitest'
import { problemsOf } from '../archive/field-rules.ts'
import type { FieldValues } from '../archive/item.ts'
import { XU_MINGCHUAN } from '../testing/people.ts'
import { filled, MESSAGES, type MessageValues } from './messages.ts'

const PROFILE: FieldValues = {
  fullName: '许明川',
  gender: 'male',
  idType: 'residentId',
  idNumber: XU_MINGCHUAN.idNumber,
  birthDate: XU_MINGCHUAN.birthDate,
  mobile: XU_MINGCHUAN.mobile,
  workStartYm: '201107',
  competentDeptName: '绍兴市生态环境局',
  currentTitleName: '助理工程师',
  titleObtainedYm: '201712',
  titleAppointedYm: '201801',
}

test.each<[string, FieldValues]>([
  ['身份证号码应为18位，末位可为数字或X。', { idNumber: '33068319880307153' }],
  ['身份证号码中的出生日期无效。', { idNumber: '330683198802301531' }],
  ['年龄超出常见范围，请核对。', { idNumber: '330683193803071536' }],
  ['证件号码格式不正确。', { idType: 'passport', idNumber: 'E12' }],
  ['身份证号码校验位不正确，请核对。', { idNumber: '130402198207290622' }],
  ['性别与身份证号码不一致。', { gender: 'female' }],
  ['时间须填写6位数字年月，如“200808”。', { titleObtainedYm: '2017' }],
  ['时间不能晚于当前月份。', { titleAppointedYm: '202301' }],
  ['聘任时间早于取得时间，请核对。', { titleObtainedYm: '201802' }],
  ['主管部门请按“×××县（市、区）×××局（分局）”或“×××厅（局）”填写。', { competentDeptName: '上级' }],
  ['请输入正确的手机号码。', { mobile: '12345' }],
])('[ARC-17] the form says “%s”', (sentence, change) => {
  const said = (fields: FieldValues) =>
    problemsOf({ part: 'profile', fields, evidence: [] }, '2022-09-15').map(({ message }) => message.zh)
  expect(said({ ...PROFILE, ...change })).toContain(sentence)
  expect(said(PROFILE)).not.toContain(sentence)
})

test('[ARC-17] a period says “结束时间不能早于开始时间。”', () => {
  const said = (endYm: string) =>
    problemsOf({ part: 'work', fields: { beginYm: '201407', endYm }, evidence: [] }, '2022-09-15').map(
      ({ message }) => message.zh,
    )
  expect(said('201406')).toContain('结束时间不能早于开始时间。')
  expect(said('201407')).not.toContain('结束时间不能早于开始时间。')
})

test.each<[keyof typeof MESSAGES, MessageValues, string]>([
  ['V-PROFILE', {}, '请先完善个人基本信息并经用人单位审核通过。'],
  ['V-MAND-EDU', {}, '教育经历为必填项，须经用人单位审核通过。'],
  ['V-MAND-WORK', {}, '工作经历为必填项，须经用人单位审核通过。'],
  ['V-MAND-ASSESS', {}, '考核情况为必填项，须经用人单位审核通过。'],
  ['V-PULL-APPROVED', {}, '该业绩未经所在单位审核通过，无法提取。'],
  ['V-PULL-PERIOD', {}, '该业绩不是任现职以来取得的，请说明。'],
  ['V-PULL-MAIN', {}, '集体项目须提供本人系主要贡献者依据。'],
  ['V-PULL-MANY', {}, '业绩材料不宜过多过杂，请突出专业代表性。'],
  ['V-CAT-1', {}, '请选择申报专业类别。'],
  ['V-DUP-APP', {}, '您已在本计划中提交申报。'],
  ['V-PHOTO-BG', {}, '请确认证件照为白底。'],
  ['V-PHOTO-KIND', {}, '请上传1寸或2寸白底证件照。'],
  ['V-FILE-DUP', {}, '文件重复上传，请核对。'],
  ['V-FILE-REQ', { title: '聘书' }, '请上传“聘书”。'],
  ['V-REASON', {}, '请填写理由。'],
  ['V-OPINION', {}, '请填写审查意见。'],
])('[APP-15] %s %o says “%s”', (code, values, sentence) => {
  expect(filled(MESSAGES[code].text, values).zh).toBe(sentence)
})
