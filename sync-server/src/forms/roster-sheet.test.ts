import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rosterTable } from '@yejibu/shared/forms/roster-form'
import { PLAN, subjectOf } from '@yejibu/shared/testing/form-subject'
import readExcelFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { threadPress } from './pdf-press.ts'
import { rosterSheet } from './roster-sheet.ts'

test('[RELAY-113] the sheet holds the rows of the roster as text, months with their six digits', async () => {
  const rows = rosterTable(
    [
      { subject: subjectOf(), special: null },
      { subject: subjectOf({ person: { fullName: '陈𠮷' }, id: 'chen' }), special: 'skilled' },
    ],
    PLAN,
  )
  const [sheet] = await readExcelFile(Buffer.from(await rosterSheet(rows)))
  const read = sheet?.data.map((row) => row.map((value) => value ?? ''))
  expect(read).toEqual(rows)
})

test('[RELAY-181] the press makes the same sheet in its thread', async () => {
  const rows = rosterTable([{ subject: subjectOf(), special: null }], PLAN)
  const press = threadPress(join(tmpdir(), 'no-fonts-here'))
  try {
    const [sheet] = await readExcelFile(Buffer.from(await press.sheet(rows)))
    expect(sheet?.data.map((row) => row.map((value) => value ?? ''))).toEqual(rows)
  } finally {
    await press.close()
  }
})

test('[RELAY-113] nothing that a person typed becomes a formula', async () => {
  const typed = ['=HYPERLINK("http://x")', '+1', '-2+3', '@SUM(A1)', '\t=1']
  const [sheet] = await readExcelFile(Buffer.from(await rosterSheet([['一', '二', '三', '四', '五'], typed])), {
    trim: false,
  })
  expect(sheet?.data[1]).toEqual(typed.map((text) => `'${text}`))
})
