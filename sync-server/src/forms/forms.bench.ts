/** What a form costs: one of each, warm; and a batch of 500 on a roster, in the thread that the relay uses. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CATALOGUE } from '@yejibu/shared/forms/catalogue'
import { evaluationForm } from '@yejibu/shared/forms/evaluation-form'
import type { Form } from '@yejibu/shared/forms/form'
import { FORM_KINDS } from '@yejibu/shared/forms/form-kind'
import { rosterForm, rosterTable } from '@yejibu/shared/forms/roster-form'
import { PLAN, subjectOf } from '@yejibu/shared/testing/form-subject'
import pdfmake from 'pdfmake'
import { formFonts } from './fonts.ts'
import { pageLayout } from './page-layout.ts'
import { threadPress } from './pdf-press.ts'
import { renderPdf } from './render-pdf.ts'

const PEOPLE = 500
const REPEATS = 5

const press = threadPress(join(tmpdir(), 'no-fonts-here'))
const print = (form: Form) =>
  press.print({ form, printedOn: '2022-09-05', origin: 'https://titles.example.gov.cn', pictures: new Map() })
const tell = (what: string, value: number, unit: string) =>
  console.log(JSON.stringify({ what, value: Math.round(value), unit }))

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** A page is an object of its own in the file, and not compressed. */
function pagesIn(pdf: Uint8Array): number {
  return [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/Type \/Page\b/g),
  ].length
}

const subject = subjectOf()
tell('forms: first one, thread and fonts included', await timed(() => print(evaluationForm(subject, true))), 'ms')
for (const kind of FORM_KINDS) {
  const form = CATALOGUE[kind].make?.(subject)
  if (!form) continue
  const times: number[] = []
  for (let repeat = 0; repeat < REPEATS; repeat++) times.push(await timed(() => print(form)))
  tell(`forms: ${kind}, median of ${REPEATS}`, times.sort((a, b) => a - b)[Math.floor(REPEATS / 2)] ?? 0, 'ms')
}

/** Milliseconds of processor time of each: what the machine does besides changes it little. */
async function work(draw: () => Promise<unknown>): Promise<number> {
  await draw()
  const before = process.cpuUsage()
  for (let repeat = 0; repeat < REPEATS; repeat++) await draw()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / REPEATS
}

const fonts = formFonts(null)
const one = {
  form: evaluationForm(subject, true),
  printedOn: '2022-09-05',
  origin: 'https://titles.example.gov.cn',
  pictures: new Map<string, Uint8Array>(),
}
// As the PDF writer does it by itself: each document opens its fonts.
const plain = await work(async () => {
  pdfmake.setFonts(Object.fromEntries(fonts.map(({ name, normal, bold }) => [name, { normal, bold }])))
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => true)
  await pdfmake.createPdf(pageLayout(one, fonts)).getBuffer()
})
tell('forms: evaluation form, fonts opened for each, processor time', plain, 'ms')
const kept = await work(() => renderPdf(one, fonts))
console.log(
  JSON.stringify({
    what: 'forms: evaluation form, fonts kept open, processor time',
    value: Math.round(kept),
    unit: 'ms',
    ratio: (kept / plain).toFixed(2),
  }),
)

const people = Array.from({ length: PEOPLE }, (_, index) => ({
  subject: subjectOf({ person: { fullName: `申报人${index + 1}` }, id: `person-${index}` }),
  special: null,
}))
const [first, ...others] = people
if (!first) throw new Error('there are people')
let stalled = 0
let last = performance.now()
const watching = setInterval(() => {
  const now = performance.now()
  stalled = Math.max(stalled, now - last - 10)
  last = now
}, 10)
tell(
  `forms: roster of ${PEOPLE} on paper`,
  await timed(() => print(rosterForm([first, ...others], PLAN.committee.name))),
  'ms',
)
tell(`forms: roster of ${PEOPLE} as a sheet`, await timed(() => press.sheet(rosterTable(people, PLAN))), 'ms')
let pages = 0
const all = await timed(async () => {
  for (const person of people) pages += pagesIn(await print(evaluationForm(person.subject, true)))
})
clearInterval(watching)
tell(`forms: ${PEOPLE} evaluation forms`, all / 1000, 's')
tell(`forms: pages of these, each second`, pages / (all / 1000), 'pages/s')
tell('forms: longest wait of the event loop meanwhile', stalled, 'ms')
// Kilobytes; the thread that draws is part of the process.
tell('forms: most memory of the process, all of the above', process.resourceUsage().maxRSS / 1024, 'MB')
await press.close()
