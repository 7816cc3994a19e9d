import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from '../testing/arbitraries.ts'
import { PERSON, subjectOf } from '../testing/form-subject.ts'
import { wordsOf } from './form.ts'
import { publicityForm } from './publicity-form.ts'

const TERMS = { startedOn: '2022-09-28', lastDay: '2022-10-10', method: '单位公告栏张贴' }

/** Numbers as people write them: plain, in groups, in wide digits. */
const spelled = (number: string) =>
  fc.constantFrom(
    number,
    number.replace(/(\d{6})(?=\d)/g, '$1 '),
    [...number].map((c) => (/\d/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)).join(''),
  )

describe('the public notice', () => {
  test('[FORM-4] shows no number of a card and no telephone, wherever they were written', () => {
    const numbers = fc.constantFrom(PERSON.idNumber ?? '', PERSON.mobile ?? '', '330683198803071539', '13911112222')
    const texts = fc.tuple(numbers.chain(spelled), anyText).map(([number, text]) => `联系 ${number} ${text}`)
    fc.assert(
      fc.property(texts, texts, (title, post) => {
        const subject = subjectOf({
          person: { specialty: title },
          entries: [
            ['paper', { title, publishYm: '202106', rank: '1' }],
            ['work', { employerName: title, position: post, beginYm: '201207', endYm: null }],
          ],
        })
        const words = wordsOf(publicityForm([subject], TERMS)).join('\n')
        const digits = words.normalize('NFKC').replace(/[^0-9Xx]/g, '')
        for (const hidden of [PERSON.idNumber, PERSON.mobile, '330683198803071539', '13911112222']) {
          expect(digits).not.toContain(hidden)
        }
      }),
    )
  })

  test('[FORM-4] shows of the birth date the year alone, and the period with its last day', () => {
    const words = wordsOf(publicityForm([subjectOf()], TERMS)).join('\n')
    expect(words).toContain('1989')
    expect(words).not.toMatch(/1989[.年-]?11/)
    expect(words).toContain('2022年9月28日至2022年10月10日')
    expect(words).toContain('单位盖章')
  })

  test('[FORM-4] says what was achieved since the present title, and the years of assessment and hours', () => {
    const words = wordsOf(publicityForm([subjectOf()], TERMS)).join('\n')
    expect(words).toContain('固相萃取—液相色谱串联质谱法测定水中18种抗生素（排名第1，2021.06）')
    expect(words).toContain('南京林业大学　环境科学　大学本科　学士　2012.06毕业')
    expect(words).toContain(`2012.07—至今　${PERSON.currentEmployer}　分析员`)
    expect(words).toContain('考核：2019合格、2020优秀、2021合格')
    expect(words).toContain('继续教育：2020年90学时、2021年92.5学时')
  })
})
