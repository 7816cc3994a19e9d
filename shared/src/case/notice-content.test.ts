import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idCardCheck } from '../account/id-card.ts'
import { submissionFor } from '../testing/case-history.ts'
import { MID } from '../testing/case-rows.ts'
import { submissionOf } from '../testing/form-subject.ts'
import { cardNumbersLeft, noticeContentOf, withoutNumbers } from './notice-content.ts'

const ID = '330683198803071539'
const MOBILE = '13800000005'

describe('what a notice shows', () => {
  test('[CASE-3] the listed fields, of the birth date the year, and never the numbers', () => {
    const content = noticeContentOf(submissionFor(MID))
    expect(content.person).toMatchObject({ fullName: '许明川', gender: 'male' })
    expect(content.birthYear).toBe('1988')
    expect(content.entries).toEqual([
      { part: 'paper', title: '曹娥江流域总磷通量估算', date: '202106', shown: { rank: '1' } },
    ])
    const text = JSON.stringify(content)
    for (const hidden of [ID, MOBILE, '0307', '330683', 'idNumber', 'mobile']) expect(text).not.toContain(hidden)
  })

  test('[CASE-3] of schooling the level and degree, of work the post and from when to when', () => {
    const shown = (part: string) => noticeContentOf(submissionOf()).entries.find((entry) => entry.part === part)
    expect(shown('education')).toMatchObject({
      ...{ title: '南京林业大学', date: '201206' },
      shown: { major: '环境科学', eduLevel: 'bachelor', degree: 'bachelor' },
    })
    expect(shown('work')).toMatchObject({ date: '', shown: { beginYm: '201207', position: '分析员' } })
    expect(shown('work')?.shown).not.toHaveProperty('duties')
  })

  test('[CASE-3] masks the numbers wherever somebody wrote them, however they are spaced', () => {
    for (const written of [
      ID,
      '330683 19880307 1539',
      '３３０６８３１９８８０３０７１５３９',
      `证号${ID}（本人）`,
      '138-0000-0005',
      '13900001111',
      '13900001111 0',
      '86 139 0000 1111 ２',
      '2022 13900001111',
    ]) {
      const shown = withoutNumbers(written, [ID, MOBILE])
      expect(shown, written).toContain('＊＊＊')
      expect(shown.replace(/\D/g, ''), written).toBe('')
    }
  })

  test('[CASE-3] leaves patent, book and standard numbers readable', () => {
    for (const number of ['ZL202010123456.7', '978-7-5111-4321-0', 'GB 3838-2002', '浙价费〔2002〕229号', '202106']) {
      expect(withoutNumbers(number, [ID, MOBILE])).toBe(number)
    }
  })

  test('[CASE-3] no valid card number goes through, whosever it is', () => {
    const digits = fc.integer({ min: 0, max: 999 }).map((n) => String(n).padStart(3, '0'))
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2005-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, digits, fc.constantFrom('', '号码', '-'), (birth, sequence, around) => {
        const first = `330683${birth.toISOString().slice(0, 10).replaceAll('-', '')}${sequence}`
        const number = first + idCardCheck(first)
        expect(withoutNumbers(`${around}${number}${around}`, [])).not.toContain(number)
      }),
    )
  })

  test('[CASE-3] at least a million card numbers remain, the city being known', () => {
    const content = noticeContentOf(submissionFor(MID))
    // Shaoxing has six counties and districts.
    expect(cardNumbersLeft(content, 6)).toBeGreaterThanOrEqual(1_000_000)
    // With month and day they would not: that is why the year stands alone.
    expect(6 * 500).toBeLessThan(1_000_000)
  })
})
