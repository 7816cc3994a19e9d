import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idCardCheck, readIdCard } from '../account/id-card.ts'
import type { Submission } from '../application/submission.ts'
import { submissionFor } from '../testing/case-history.ts'
import { MID } from '../testing/case-rows.ts'
import { submissionOf } from '../testing/form-subject.ts'
import { cardNumbersLeft, noticeContentOf, noticeDigest, withoutNumbers } from './notice-content.ts'

const ID = '330683198803071539'
const MOBILE = '13800000005'

/** Its counties and districts, by whose first six digits a card begins. */
const SHAOXING = ['330602', '330603', '330604', '330624', '330681', '330683']

/** A man's card of 1987. @param sequence of 500, each odd */
function cardOf(place: string, day: number, sequence: number): string {
  const born = new Date(Date.UTC(1987, 0, 1 + day)).toISOString().slice(0, 10).replaceAll('-', '')
  const first = `${place}${born}${String(sequence * 2 + 1).padStart(3, '0')}`
  return first + idCardCheck(first)
}

/** Somebody who has this card, and wrote this in a title. */
function submissionWith(idNumber: string, title: string): Submission {
  const submission = submissionFor(MID, title)
  const { profile } = submission
  const birthDate = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`
  const fields = { ...profile.content.fields, idNumber, birthDate }
  return { ...submission, profile: { ...profile, content: { ...profile.content, fields } } }
}

/** All that anybody sees of it: the page, from which the paper is made too. */
function shownOf(submission: Submission): string {
  const content = noticeContentOf(submission)
  return JSON.stringify([content, noticeDigest(content)])
}

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

  test.each([
    '330683********1539',
    '330683＊＊＊＊＊＊＊＊1539',
    '身份证3306831988****1539',
    '138****0005',
    '尾号1539',
    '后四位：1539',
    '生于1988年3月7日',
    '1988-03-07出生',
    '19880307',
    '1988年3月生',
    '1988.03',
  ])('[CASE-171] masks what is left of a number or of a birth date: %s', (written) => {
    const shown = shownOf(submissionWith(ID, written))
    for (const part of ['1539', '0005', '330683', '0307', '3月', '.03', '03-07']) expect(shown).not.toContain(part)
  })

  test('[CASE-171] leaves other stars, years and months alone', () => {
    const kept = ['星级酒店***级', '1988年12月获评', '2022-03-07', '1988年30项', '后四位专家', 'GB 3838****', 'xxx项目']
    for (const text of kept) expect(shownOf(submissionWith(ID, text))).toContain(text)
  })

  test('[CASE-171] whoever’s card it is of the same year and sex, the notice and its digest are the same, whatever she wrote of it', () => {
    const place = fc.constantFrom(...SHAOXING)
    const day = fc.integer({ min: 0, max: 364 })
    const sequence = fc.integer({ min: 0, max: 499 })
    const card = fc.tuple(place, day, sequence).map((parts) => cardOf(...parts))
    const writing = fc.constantFrom<(number: string) => string>(
      () => '曹娥江流域总磷通量估算',
      (number) => number,
      (number) => `证号：${number}（本人）`,
      (number) => number.replace(/(.{6})(.{8})/, '$1 $2 '),
      (number) => `${number.slice(0, 6)}********${number.slice(-4)}`,
      (number) => `尾号${number.slice(-4)}`,
      (number) => `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}生`,
      (number) => `${number.slice(6, 10)}年${Number(number.slice(10, 12))}月生`,
      (number) => number.slice(6, 14),
    )
    fc.assert(
      fc.property(card, card, writing, (one, other, write) => {
        const [a, b] = [one, other].map((number) => submissionWith(number, write(number)))
        expect(a && shownOf(a)).toBe(b && shownOf(b))
      }),
    )
  })

  test('[CASE-171] so many cards are of one year and sex: counted one by one in the counties of one city, more than a million', () => {
    let count = 0
    for (const place of SHAOXING) {
      for (let day = 0; day < 365; day++) {
        const [first, last] = [cardOf(place, day, 0), cardOf(place, day, 499)].map(readIdCard)
        // From 001 to 999 by two, each with one check character.
        if (first?.ok && last?.ok && first.value.birthDate === last.value.birthDate) count += 500
      }
    }
    expect(readIdCard(cardOf('330683', 66, 76))).toMatchObject({ ok: true, value: { gender: 'male' } })
    expect(count).toBe(cardNumbersLeft(noticeContentOf(submissionFor(MID)), SHAOXING.length))
    expect(count).toBeGreaterThanOrEqual(1_000_000)
    // Who knows from elsewhere in which county the card was issued is left with fewer; the notice does not tell.
    expect(cardNumbersLeft(noticeContentOf(submissionFor(MID)), 1)).toBeLessThan(1_000_000)
    expect(shownOf(submissionWith(ID, ''))).not.toMatch(/3306\d\d/)
  })

  test('[CASE-3] at least a million card numbers remain, the city being known', () => {
    const content = noticeContentOf(submissionFor(MID))
    // Shaoxing has six counties and districts.
    expect(cardNumbersLeft(content, 6)).toBeGreaterThanOrEqual(1_000_000)
    // With month and day they would not: that is why the year stands alone.
    expect(6 * 500).toBeLessThan(1_000_000)
  })
})
