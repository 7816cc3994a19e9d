/** A year's holidays that nobody published: made up for tests and rehearsals whose clock runs where no notice has been read, and saying so in every part. */
import type { HolidayYear } from '../plan/holiday-year.ts'

/** @param year its festivals of the moon lie on days that are possible, not on the right ones */
export function inventedYear(year: number): HolidayYear {
  const span = (name: string, first: string, last: string) => ({
    ...{ name, first: `${year}-${first}`, last: `${year}-${last}` },
  })
  return {
    year,
    notice: `虚构的 ${year} 年安排（仅供演练和测试，不是国务院办公厅的通知）`,
    source: '虚构，invented for rehearsals and tests',
    off: [
      span('元旦', '01-01', '01-01'),
      span('春节', '02-06', '02-12'),
      span('清明节', '04-04', '04-05'),
      span('劳动节', '05-01', '05-05'),
      span('端午节', '06-09', '06-09'),
      span('中秋节', '09-15', '09-15'),
      span('国庆节', '10-01', '10-07'),
    ],
    worked: [],
  }
}
