/** 钱如兰's application under the sample's plan: what she wrote and filed, and that she pulled everything that was approved. */

import type { ApplicationForm, Pull } from '@yejibu/shared/application/application-doc'
import { setFormField, setPull, startApplication, statementOf } from '@yejibu/shared/application/application-doc'
import type { Filing } from '@yejibu/shared/application/filing'
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import { accountIdSchema, applicationIdOf } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import * as Y from 'yjs'
import { writeFiling } from './sample-filing.ts'
import { seedId } from './seed.ts'

export const SUBMITTED_OWNER = accountIdSchema.parse('qianrulan')

export const SUBMITTED_APPLICATION: ApplicationId = applicationIdOf(
  SUBMITTED_OWNER,
  seedId<'application'>('application/qianrulan'),
)

export const SUBMITTED_FORM: ApplicationForm = {
  type: 'normal',
  ticks: [],
  category: 'monitoring',
  acceptancePoint: 'shaoxing',
  statement:
    '本人2012年毕业于南京林业大学环境科学专业，2016年取得助理工程师资格，一直在生态环境监测一线从事实验室分析工作。' +
    '任现职以来，作为有机组组长完成全市农用地土壤污染状况详查2140个样品的分析，质控合格率99.2%；' +
    '主持杭州湾上虞经济技术开发区地下水环境状况调查，识别特征污染物并提出分区管控建议；' +
    '主持饮用水水源地新污染物试点监测，建立18种抗生素的固相萃取—液相色谱串联质谱方法，检出限达到0.3～2.1 ng/L，方法转化为团体标准。\n' +
    '发表论文2篇（核心1篇），获实用新型专利1项，2020年获浙江省生态环境监测技术大比武三等奖，2019至2021年度考核一次优秀、两次合格。' +
    '继续教育各年度均超过90学时。本人承诺所填内容真实有效。',
}

export function sampleApplicationDoc(
  plan: Pick<Plan, 'id' | 'version'>,
  pulls: readonly Pull[],
  filing: Filing,
): Y.Doc {
  const doc = new Y.Doc()
  startApplication(doc, plan)
  setFormField(doc, 'type', SUBMITTED_FORM.type)
  setFormField(doc, 'category', SUBMITTED_FORM.category)
  setFormField(doc, 'acceptancePoint', SUBMITTED_FORM.acceptancePoint)
  statementOf(doc).insert(0, SUBMITTED_FORM.statement)
  for (const pull of pulls) setPull(doc, pull)
  writeFiling(doc, filing)
  return doc
}
