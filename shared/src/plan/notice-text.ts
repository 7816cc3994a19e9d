/**
 * The days in the text of the State Council's notice, as it has been written since 2008: “春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。”
 * What is read is a proposal: whoever enters it compares the list with the notice.
 */
import type { Holiday, HolidayYear } from './holiday-year.ts'

const HEADING = /(?:^|\n)\s*(?:[一二三四五六七八九十]+、)?([^\n：:，。]{2,12})[：:]([^\n]*)/g
const DAY = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:（[^）]*）|\([^)]*\))?/.source
const SPAN = new RegExp(`${DAY}(?:\\s*(?:至|到|[-—～~])\\s*${DAY})?`, 'g')

/** `[PLAN-91]` The year is the one that the text speaks of unless it says another; null where no holiday can be found in it. */
export function readNoticeText(text: string): Pick<HolidayYear, 'year' | 'off' | 'worked'> | null {
  const year = Number(/(\d{4})年\s*(?:部分)?节假日/.exec(text)?.[1] ?? /(\d{4})年/.exec(text)?.[1])
  if (!Number.isInteger(year)) return null
  const off: Holiday[] = []
  const worked: string[] = []
  for (const [, name = '', said = ''] of text.matchAll(HEADING)) {
    for (const sentence of said.split('。')) {
      const spans = spansIn(sentence, year)
      if (sentence.includes('上班')) worked.push(...spans.map(({ first }) => first))
      else if (sentence.includes('放假')) off.push(...spans.slice(0, 1).map((span) => ({ name: name.trim(), ...span })))
    }
  }
  return off.length > 0 ? { year, off, worked: worked.sort() } : null
}

/** A second date that names no year or month is in those of the first. */
function spansIn(sentence: string, year: number): readonly Omit<Holiday, 'name'>[] {
  let [inYear, inMonth] = [String(year), '']
  const iso = (y: string | undefined, m: string | undefined, d: string) => {
    inYear = y ?? inYear
    inMonth = m ?? inMonth
    return `${inYear}-${inMonth.padStart(2, '0')}-${d.padStart(2, '0')}`
  }
  return [...sentence.matchAll(SPAN)].flatMap(([, y1, m1, d1 = '', y2, m2, d2]) => {
    if (!m1 && inMonth === '') return []
    const first = iso(y1, m1, d1)
    return [{ first, last: d2 ? iso(y2, m2, d2) : first }]
  })
}
