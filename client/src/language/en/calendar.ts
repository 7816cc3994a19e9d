import type { zh } from '../zh/calendar.ts'

export const en: typeof zh = {
  title: 'Public holidays',
  through: 'Working days of notices can be counted to the end of {{ year }} (built in: to {{ builtIn }}).',
  entered: 'Years entered',
  isEntered: '{{ year }}, entered {{ at }}',
  wasCorrected: '{{ year }}, entered {{ at }}, corrected since',
  text: 'What the notice says',
  textHint:
    'The State Council publishes the next year’s holidays in October or November. Paste the whole notice here, or paste or choose the year’s JSON file. Entering a year again corrects it.',
  file: 'Or choose a file',
  notice: 'Number of the notice',
  noticeHint: 'Such as 国办发明电〔2025〕7号',
  source: 'Source',
  sourceHint: 'Its address on the web, or the number it was received under',
  empty: 'Paste the notice, or choose a file.',
  unreadable:
    'No holidays could be read. Paste the whole notice from its title on, each holiday on a line of its own, or use a JSON file.',
  noticeMissing: 'Give the number of the notice.',
  sourceMissing: 'Give the source.',
  preview: 'Preview of {{ year }}',
  span: '{{ first }} to {{ last }}',
  worked: 'Weekend days worked',
  and: ', ',
  none: 'None',
  compare: 'Compare each line with the notice. It counts as soon as it is published, for everybody’s notices.',
  compareCorrection:
    'This year has holidays already: publishing corrects them. A notice under way may get longer, never shorter.',
  faulty: 'Something is wrong: correct it by the notice',
  faults: {
    'outside-the-year': '{{ day }} is not in this year (only days of the December before may be named as well).',
    'worked-on-a-weekday': '{{ day }} is no weekend day, so it cannot be a make-up workday.',
    'worked-and-off': '{{ day }} is both off and worked.',
    'named-twice': '{{ day }} is named twice.',
    'ends-before-it-begins': '{{ name }} (from {{ day }}) ends before it begins.',
    'too-long': '{{ name }} (from {{ day }}) is longer than twelve days.',
    'festival-missing': '{{ festival }} is missing.',
    'festival-elsewhere': '{{ festival }} cannot be on the days given.',
    'festival-too-short': '{{ festival }} has less than its statutory {{ atLeast }} days.',
  },
  publish: 'Publish',
  published: 'The holidays of {{ year }} are published and count from now on.',
  refused: {
    'calendar-built-in': 'The holidays of {{ year }} came with the program and cannot be entered over.',
    'calendar-year-far':
      'The holidays of {{ year }} cannot be known yet; {{ latest }} is the last possible. Check the year.',
    'calendar-unchanged': 'The holidays of {{ year }} are the same as entered already; nothing needs publishing.',
    'not-yours': 'Only the operator can publish holidays.',
    unreachable: 'The relay cannot be reached and nothing was published. Try again when connected.',
    other:
      'Nothing was published. Open this page again and retry; if that does not help, use calendar add on the server.',
  },
}
