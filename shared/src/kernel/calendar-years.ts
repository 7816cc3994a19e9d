/**
 * The State Council's yearly notices on holidays, as their texts say them: days off as spans, both ends included, and weekend days that are
 * worked instead. Reviewed notice by notice. A span belongs to the year its days lie in, so 2022-12-31, which the notice for 2023 names, stands
 * under 2022.
 */

export interface CalendarYear {
  /** The notice, for whoever checks a date. */
  readonly notice: string
  /** `MM-DD` or `MM-DD..MM-DD`. */
  readonly off: readonly string[]
  /** Weekend days that are worked (调休), `MM-DD`. */
  readonly worked: readonly string[]
}

export const CALENDAR_YEARS: Readonly<Record<number, CalendarYear>> = {
  2020: {
    // The second notice lengthened the Spring Festival to 02-02.
    notice: '国办发明电〔2019〕16号、国办发明电〔2020〕1号',
    off: ['01-01', '01-24..02-02', '04-04..04-06', '05-01..05-05', '06-25..06-27', '10-01..10-08'],
    worked: ['01-19', '04-26', '05-09', '06-28', '09-27', '10-10'],
  },
  2021: {
    notice: '国办发明电〔2020〕27号',
    off: [
      '01-01..01-03',
      '02-11..02-17',
      '04-03..04-05',
      '05-01..05-05',
      '06-12..06-14',
      '09-19..09-21',
      '10-01..10-07',
    ],
    worked: ['02-07', '02-20', '04-25', '05-08', '09-18', '09-26', '10-09'],
  },
  2022: {
    notice: '国办发明电〔2021〕11号',
    off: [
      '01-01..01-03',
      '01-31..02-06',
      '04-03..04-05',
      '04-30..05-04',
      '06-03..06-05',
      '09-10..09-12',
      '10-01..10-07',
      '12-31',
    ],
    worked: ['01-29', '01-30', '04-02', '04-24', '05-07', '10-08', '10-09'],
  },
  2023: {
    notice: '国办发明电〔2022〕16号',
    off: ['01-01..01-02', '01-21..01-27', '04-05', '04-29..05-03', '06-22..06-24', '09-29..10-06'],
    worked: ['01-28', '01-29', '04-23', '05-06', '06-25', '10-07', '10-08'],
  },
  2024: {
    notice: '国办发明电〔2023〕7号',
    off: ['01-01', '02-10..02-17', '04-04..04-06', '05-01..05-05', '06-10', '09-15..09-17', '10-01..10-07'],
    worked: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  2025: {
    notice: '国办发明电〔2024〕12号',
    off: ['01-01', '01-28..02-04', '04-04..04-06', '05-01..05-05', '05-31..06-02', '10-01..10-08'],
    worked: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  2026: {
    notice: '国办发明电〔2025〕7号',
    off: [
      '01-01..01-03',
      '02-15..02-23',
      '04-04..04-06',
      '05-01..05-05',
      '06-19..06-21',
      '09-25..09-27',
      '10-01..10-07',
    ],
    worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
}
