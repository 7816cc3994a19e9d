import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MeetingRecord } from '@yejibu/shared/case/meeting-record'
import { CATALOGUE } from '@yejibu/shared/forms/catalogue'
import { bagCover } from '@yejibu/shared/forms/cover-and-history'
import { evaluationForm } from '@yejibu/shared/forms/evaluation-form'
import { type Form, wordsOf } from '@yejibu/shared/forms/form'
import { FORM_KINDS } from '@yejibu/shared/forms/form-kind'
import { meetingMinutes } from '@yejibu/shared/forms/meeting-minutes'
import { publicityForm } from '@yejibu/shared/forms/publicity-form'
import { rosterForm } from '@yejibu/shared/forms/roster-form'
import type { Subject } from '@yejibu/shared/forms/subject'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { PLAN, subjectOf } from '@yejibu/shared/testing/form-subject'
import fc from 'fast-check'
import subsetFont from 'subset-font'
import { describe, expect, test } from 'vitest'
import { formFonts } from './fonts.ts'
import { renderPdf } from './render-pdf.ts'
import { runsOf } from './runs.ts'
import { pdfPages, solid } from './testing/pdf-text.ts'

const FONTS = formFonts(null)
const ORIGIN = 'https://titles.example.gov.cn'

const printed = (form: Form, printedOn = '2022-09-05', fonts = FONTS) =>
  renderPdf({ form, printedOn, origin: ORIGIN, pictures: new Map() }, fonts)
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Every form that can be drawn, of one person and of two. */
function allForms(subject: Subject): readonly Form[] {
  const ofPerson = FORM_KINDS.flatMap((kind) => CATALOGUE[kind].make?.(subject) ?? [])
  const other = subjectOf({ person: { fullName: '许明川' }, id: 'xumingchuan' })
  const terms = { startedOn: '2022-09-28', lastDay: '2022-10-10', method: '张贴' }
  return [
    ...ofPerson,
    publicityForm([subject, other], terms),
    rosterForm(
      [
        { subject, special: null },
        { subject: other, special: 'skilled' },
      ],
      PLAN.committee.name,
    ),
    meetingMinutes([{ subject, record: RECORD }], '绍兴市评审办', () => '甲专家'),
  ]
}

const RECORD: MeetingRecord = {
  stage: 'MID_MEETING',
  meeting: { meeting: '2022-1', seats: 3, panel: ['expert-a' as AccountId] },
  number: 1,
  recused: [{ account: 'expert-a' as AccountId, reason: '与申报人同一单位' }],
  ballot: {
    vote: { seats: 2, present: 2, for: 2, against: 0, abstain: 0 },
    outcome: 'passed',
    at: '2022-11-20T02:00:00Z',
  },
}

describe('a form on paper', () => {
  test('[RELAY-110] holds every word of the form, and of each page its number and its check code', async () => {
    const forms = allForms(subjectOf())
    expect(forms.length).toBeGreaterThanOrEqual(14)
    for (const form of forms) {
      const pages = await pdfPages(await printed(form))
      const text = solid(pages.join(''))
      for (const words of wordsOf(form)) {
        // The title is the document's own, and on paper as its blocks write it.
        if (words === form.title) continue
        for (const line of words.split('\n')) expect(text, form.kind).toContain(solid(line))
      }
      pages.forEach((page, index) => {
        expect(solid(page), form.kind).toContain(`第${index + 1}页共${pages.length}页`)
        expect(solid(page), form.kind).toContain('核验码42-')
        expect(solid(page), form.kind).toContain('打印日期：2022年9月5日')
        if (form.watermark) expect(solid(page), form.kind).toContain(solid(form.watermark))
      })
    }
  })

  test('[RELAY-111] the same data gives the same bytes; another day changes the date line alone', async () => {
    for (const form of allForms(subjectOf()).slice(0, 2)) {
      const first = await printed(form)
      expect(sha(await printed(form)), form.kind).toBe(sha(first))
      const later = await printed(form, '2023-01-31')
      expect(sha(later)).not.toBe(sha(first))
      const [before, after] = [await pdfPages(first), await pdfPages(later)]
      const undated = (pages: readonly string[]) =>
        pages.map((page) => page.replace(/\d{4}年\d+月\d+日(?=扫描|$)/g, '某日'))
      expect(undated(after).map(solid)).toEqual(undated(before).map(solid))
    }
  })

  test('[RELAY-180] a font that is kept open remembers nothing of another document', async () => {
    const [first] = allForms(subjectOf())
    if (!first) throw new Error('there are forms')
    const saying = (text: string): Form => ({ ...first, watermark: null, blocks: [{ kind: 'line', text }] })
    // The radical and the character share one glyph: which of them was printed first must not show in the other's copied text.
    const [radical, character] = ['\u2f00', '\u4e00']
    const before = sha(await printed(saying(character)))
    expect(solid((await pdfPages(await printed(saying(radical)))).join(''))).toContain(radical)
    expect(solid((await pdfPages(await printed(saying(character)))).join(''))).toContain(character)
    expect(sha(await printed(saying(character)))).toBe(before)
  })

  test('[RELAY-112] a character that no font has is written as its code point and listed; rare ones of the official table are printed', async () => {
    const rare = '䶮㛃翀玥𬭎𫖯𬱖'
    const subject = subjectOf({ person: { fullName: '钱𠮷兰', department: rare } })
    const text = solid((await pdfPages(await printed(evaluationForm(subject, true)))).join(''))
    expect(text).toContain('钱〖U+20BB7〗兰')
    expect(text).toContain('造字说明')
    expect(text).toContain(rare)
    const usual = solid((await pdfPages(await printed(bagCover(subjectOf())))).join(''))
    expect(usual).not.toContain('造字说明')
  })

  test('[RELAY-112] whatever is written, each run has a glyph in the font it is printed with', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const run of runsOf(text, FONTS)) {
          const font = FONTS.find(({ name }) => name === run.font)
          for (const character of run.text) {
            const codePoint = character.codePointAt(0) ?? 0
            if (codePoint !== 0x0a) expect(font?.has(codePoint), run.text).toBe(true)
          }
        }
      }),
    )
  })

  test("[RELAY-112] a font that the office put into its data folder prints what the text's own font lacks", async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yejibu-fonts-'))
    try {
      const whole = await readFile(FONTS[0].normal)
      const cut = join(folder, 'text.ttf')
      await writeFile(
        cut,
        await subsetFont(whole, '姓名钱兰第页共打印日期：年月0123456789', { targetFormat: 'truetype' }),
      )
      await writeFile(join(folder, 'names.ttf'), await subsetFont(whole, '㛃', { targetFormat: 'truetype' }))
      const [, ...own] = formFonts(folder)
      const names = own.find(({ has }) => has('㛃'.codePointAt(0) ?? 0))
      const text = own.find(({ has }) => has('钱'.codePointAt(0) ?? 0))
      if (!names || !text) throw new Error('both fonts were found')
      const form: Form = {
        ...evaluationForm(subjectOf(), true),
        watermark: null,
        foot: '',
        checkpoint: null,
        blocks: [{ kind: 'line', text: '钱㛃兰' }],
      }
      const pages = await pdfPages(
        await renderPdf({ form, printedOn: '2022-09-05', origin: null, pictures: new Map() }, [text, names]),
      )
      expect(solid(pages.join(''))).toContain('钱㛃兰')
      expect(runsOf('钱㛃兰', [text, names]).map(({ font }) => font)).toEqual([text.name, names.name, text.name])
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})
