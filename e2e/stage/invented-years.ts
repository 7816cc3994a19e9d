/**
 * Journeys start notices on today's real date, and the next years' holidays are published by the State Council late in each year. So that a notice in
 * December ends all the same, the stage enters years that nobody published, by the operator's own command, and each says of itself that it is invented.
 */
import { inventedYear } from '@yejibu/shared/testing/invented-year'
import { officeConfig } from '../../sync-server/src/config.ts'
import { type Office, openOffice } from '../../sync-server/src/office.ts'

const YEARS = 2
const IS_KNOWN: readonly string[] = ['calendar-built-in', 'calendar-unchanged']

/** This year too, where this release does not know it any more, and the two that follow. */
export async function enterInventedYears(office: Office): Promise<void> {
  const thisYear = office.config.now().getUTCFullYear()
  for (let year = thisYear; year <= thisYear + YEARS; year++) {
    const entered = await office.performCalendar(inventedYear(year), 'relay')
    if (!entered.ok && !IS_KNOWN.includes(entered.refusal.kind)) throw new Error(JSON.stringify(entered.refusal))
  }
}

/** The same in a sample office's folder. The relay must be stopped. */
export async function enterInventedYearsIn(folder: string): Promise<void> {
  const office = await openOffice(officeConfig(folder, { isSample: true }))
  try {
    await enterInventedYears(office)
  } finally {
    await office.close()
  }
}
