import { expect, test } from 'vitest'
import { CALENDAR_YEARS } from '../kernel/calendar-years.ts'
import { calendarFrom, type EnteredYear } from '../kernel/known-years.ts'
import { addDays, isWorkingDay } from '../kernel/working-days.ts'
import { namedDays } from './holiday-year.ts'
import { readNoticeText } from './notice-text.ts'

const HEAD = (year: number) => `国务院办公厅关于${year}年\n部分节假日安排的通知
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将${year}年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
`
const TEXTS: Readonly<Record<number, string>> = {
  2023: `一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。
二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。
三、清明节：4月5日放假，共1天。
四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。
五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。
六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`,
  2024: `一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。`,
  2025: `一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。`,
}

test.each(Object.entries(TEXTS))(
  '[PLAN-91] the notice for %s read from its text gives the days of the reviewed table',
  (named, text) => {
    const year = Number(named)
    const read = readNoticeText(HEAD(year) + text)
    if (!read) throw new Error('nothing was read')
    expect(read.year).toBe(year)
    const entered: EnteredYear = { year, since: '', days: namedDays(read) }
    const others = Object.fromEntries(Object.entries(CALENDAR_YEARS).filter(([one]) => one !== named))
    const calendar = calendarFrom([entered], others)
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
      expect(isWorkingDay(day, calendar), day).toEqual(isWorkingDay(day))
    }
  },
)

test('[PLAN-91] the day of December that the notice for 2023 names stands in it; text without holidays is none', () => {
  expect(readNoticeText(HEAD(2023) + TEXTS[2023])?.off[0]).toEqual({
    name: '元旦',
    first: '2022-12-31',
    last: '2023-01-02',
  })
  for (const text of ['', '放假', '2027年', HEAD(2027), '元旦：1月1日放假。'])
    expect(readNoticeText(text), text).toBeNull()
})
