import { describe, expect, test } from 'vitest'
import { SECTION_KEYS } from '../archive/section.ts'
import { sectionByKey } from '../archive/sections.ts'
import { PLAN, subjectOf } from '../testing/form-subject.ts'
import { bagCover, hoursForm, workHistory } from './cover-and-history.ts'
import { postInformation } from './employer-forms.ts'
import { evaluationForm, PREVIEW_MARK } from './evaluation-form.ts'
import { wordsOf } from './form.ts'
import { materialListForm } from './material-list.ts'
import { exceptionForm, expertOpinion, unitNote } from './nomination-forms.ts'
import { pledgeForm } from './pledge-form.ts'
import { chineseNumeral, SECTION_COLUMNS } from './section-tables.ts'
import { selfEvaluationForm } from './self-evaluation-form.ts'

const words = (form: Parameters<typeof wordsOf>[0]) => wordsOf(form).join('\n')

describe('the evaluation form', () => {
  test('[FORM-2] has the person, all sixteen sections in their order, the statement, and the seals in theirs', () => {
    const text = words(evaluationForm(subjectOf(), true))
    const order = [
      '一、基本情况',
      ...SECTION_KEYS.map((key, index) => `${chineseNumeral(index + 2)}、${sectionByKey(key).label.zh}`),
      '十八、附件目录',
      `十九、${PLAN.statement.label}`,
      '二十、个人承诺',
      '单位盖章',
      '主管部门盖章',
      '人力社保部门盖章',
      '应到人数',
      '审批机关盖章',
    ]
    const places = order.map((part) => text.indexOf(part))
    expect(
      places.every((place) => place >= 0),
      order.filter((_, i) => (places[i] ?? -1) < 0).join(),
    ).toBe(true)
    expect([...places].sort((a, b) => a - b)).toEqual(places)
  })

  test('[FORM-2] prints every value of every column in words, and 无 where there is nothing', () => {
    const subject = subjectOf()
    const text = words(evaluationForm(subject, true))
    for (const part of [
      '南京林业大学',
      '大学本科',
      '62.5',
      '2020年度 90 学时；2021年度 92.5 学时',
      '实用新型',
      '2/3',
      '2019.03—2020.12',
      '2012.07—至今',
      '汉族',
      '无',
    ]) {
      expect(text, part).toContain(part)
    }
    expect(text).not.toMatch(/undefined|null|\[object/)
  })

  test('[FORM-2] asks of each section for fields that it has', () => {
    for (const key of SECTION_KEYS) {
      const names = sectionByKey(key).fields.map(({ name }) => name)
      const asked = new Set<string>()
      const ask = (name: string) => {
        asked.add(name)
        return ''
      }
      const fields = new Proxy<Record<string, string>>({}, { get: (_, name) => ask(String(name)) })
      for (const { of } of SECTION_COLUMNS[key]) {
        if (typeof of === 'string') asked.add(of)
        else of(fields, ask)
      }
      expect(
        [...asked].filter((name) => !names.includes(name)),
        key,
      ).toEqual([])
    }
  })

  test('[FORM-3] carries the watermark of its plan when it is final, and says that it is a preview before', () => {
    expect(evaluationForm(subjectOf(), false).watermark).toBe(PREVIEW_MARK)
    const own = { ...PLAN, evaluationForm: { ...PLAN.evaluationForm, watermarkText: '某省水印' } }
    expect(evaluationForm(subjectOf({ plan: own }), true).watermark).toBe('某省水印')
    expect(evaluationForm(subjectOf(), true).watermark).toContain('浙江省专业技术职务任职资格')
  })

  test('[FORM-2] tells days as they were in China: what was submitted in the evening of the day before in UTC is of the next', () => {
    const subject = subjectOf()
    const { filed } = subject.case
    if (!filed) throw new Error('it was submitted')
    const evening = { ...subject, case: { ...subject.case, filed: { ...filed, at: '2022-09-01T17:30:00.000Z' } } }
    expect(words(evaluationForm(evening, true))).toContain('提交时间：2022年9月2日')
  })

  test('[FORM-1] the same data gives the same model, whatever was pulled first', () => {
    const subject = subjectOf()
    const turned = { ...subject, submission: { ...subject.submission, pulls: [...subject.submission.pulls].reverse() } }
    expect(evaluationForm(turned, true)).toEqual(evaluationForm(subject, true))
  })
})

describe('the other papers', () => {
  test('[FORM-6] have the words that their notices give, filled in where the submission says it', () => {
    const subject = subjectOf()
    expect(words(expertOpinion(subject))).toMatch(/经对钱如兰的评审材料及《.+》审核，本人愿意推荐其参加评审。/)
    expect(words(expertOpinion(subject)).match(/推荐专家[12]/g)).toEqual(['推荐专家1', '推荐专家2'])
    const posts = words(postInformation([subject]))
    for (const part of ['按标准比例和实聘人数计算可聘人数', '初级及未定级', '在聘岗位等级', '推荐申报职称'])
      expect(posts).toContain(part)
    expect(words(exceptionForm(subject))).toContain('市（厅、局）人事部门意见')
    expect(words(bagCover(subject))).toContain('所在地市')
    expect(words(workHistory(subject))).toContain('证明人')
    expect(words(hoursForm(subject)).split('\n')).toEqual(
      expect.arrayContaining(['2019年', '0', '90', '否', '2021年', '92.5', '是']),
    )
    expect(words(materialListForm(subject))).toContain('接收人签名')
    expect(words(unitNote(subject))).toContain('单位盖章')
    expect(words(pledgeForm(subject))).toContain('承诺人签名')
    expect(selfEvaluationForm(subject)).toBeNull()
  })
})
