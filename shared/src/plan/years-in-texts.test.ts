import { describe, expect, test } from 'vitest'
import { huzhou2020Mid } from './plans/huzhou-2020-mid.ts'
import { jinhuaConstruction2023Mid } from './plans/jinhua-construction-2023.ts'
import { shaoxingEcology2022Mid } from './plans/shaoxing-ecology-2022-mid.ts'
import { zhejiangEcology2022Senior } from './plans/zhejiang-ecology-2022-senior.ts'
import { shiftedText, yearShifts } from './years-in-texts.ts'

const WINDOW = { open: '2022-09-01T08:30:00+08:00', close: '2022-10-31T17:30:00+08:00' }
const NEXT = { from: 2022, to: 2023 }
const later = (text: string) => {
  const shifted = shiftedText(text, NEXT)
  return shifted && [shifted.after, shifted.isSure]
}

describe('the years in a plan’s texts', () => {
  test.each([
    ['2022年度绍兴市评审申报计划', '2023年度绍兴市评审申报计划'],
    ['2019—2021年继续教育学时证明', '2020—2022年继续教育学时证明'],
    ['2019、2020和2021年度考核均为合格以上', '2020、2021和2022年度考核均为合格以上'],
    ['2021年至2022年在聘', '2022年至2023年在聘'],
    ['截至2022年12月31日，任职满4年', '截至2023年12月31日，任职满4年'],
    ['2022年9月1日起受理，2022.10.31截止', '2023年9月1日起受理，2023.10.31截止'],
    ['2021-2022学年', '2022-2023学年'],
    ['2017年12月31日前取得助理工程师资格', '2018年12月31日前取得助理工程师资格'],
  ])('[PLAN-95] of the round move with it: %s', (before, after) => {
    expect(later(before)).toEqual([after, true])
  })

  test.each([
    '浙人社发〔2022〕77号',
    '粤人社规〔2020〕33号',
    '（2021）16号',
    '按[2022]5号文件',
    '《浙江省职称评审办法（2019年修订）》',
    '《2021年度工作要点》',
    '职称评审管理暂行规定（人力资源社会保障部令2019年第40号）',
    '2019年修订的办法',
    '2022年1月1日起施行',
    '自2018年起实行',
    '产业目录（2019年本）',
    '2001年以前毕业',
    '2010—2022年的业绩',
  ])('[PLAN-96] of a law, a document, since when, or long ago, are offered and never as sure: %s', (text) => {
    expect(later(text)?.[1]).toBe(false)
  })

  test('[PLAN-96] stay where a text names years of the round as well', () => {
    expect(later('按浙人社发〔2022〕77号，2022年度申报（《办法》2019年修订）；2001年前毕业的除外')).toEqual([
      '按浙人社发〔2022〕77号，2023年度申报（《办法》2019年修订）；2001年前毕业的除外',
      true,
    ])
  })

  test.each(['2000字以内', '1950—2000字', '如201808', '电话2022123', '型号A2022', '不超过2022元', ''])(
    '[PLAN-95] a number that is no year is none: %s',
    (text) => {
      expect(later(text)).toBeNull()
    },
  )

  test('[PLAN-95] a day that the other year does not have is left to a person', () => {
    expect(shiftedText('2024年2月29日前', { from: 2024, to: 2025 })).toBeNull()
    expect(shiftedText('2024年2月29日前', { from: 2024, to: 2028 })?.after).toBe('2028年2月29日前')
  })

  test('[PLAN-95] are found in the texts alone: not in dates, codes and conditions, and none where the year is the same', () => {
    const plan = {
      ...shaoxingEcology2022Mid(WINDOW),
      questions: [{ code: 'q2022', label: '2022年度是否在聘', askedWhen: [{ field: '2022年' }], hint: '' }],
    }
    const shifts = yearShifts(plan, NEXT)
    const places = shifts.map(({ path }) => path.join('.'))
    expect(places).toContain('title')
    expect(places).toContain('questions.0.label')
    for (const place of places) expect(place).not.toMatch(/^(?:window|tenureCutoff|id)|code$|askedWhen|requiredWhen/)
    expect(yearShifts(plan, { from: 2022, to: 2022 })).toEqual([])
  })

  test('[PLAN-96] in the notices of the product nothing that cites a document is sure', () => {
    const plans = [
      ...[shaoxingEcology2022Mid(WINDOW), zhejiangEcology2022Senior(WINDOW), jinhuaConstruction2023Mid(WINDOW)],
      huzhou2020Mid({ ...WINDOW, specialty: '生态环境' }),
    ]
    for (const plan of plans) {
      const shifts = yearShifts(plan, { from: plan.year, to: plan.year + 1 })
      expect(shifts.find(({ path }) => path.join('.') === 'title')?.isSure).toBe(true)
      for (const { before, after } of shifts.filter(({ isSure }) => isSure)) {
        const cited = (text: string) => text.match(/〔\d{4}〕\d+号/g)
        expect(cited(after)).toEqual(cited(before))
      }
    }
  })
})
