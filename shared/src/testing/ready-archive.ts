/** The smallest archive with which a plan, Shaoxing's unless said, lets a person apply: everything approved, nothing to spare. */
import type { FieldValues } from '../archive/item.ts'
import type { NamedRevision } from '../review/review-facts.ts'
import { ReviewHistory } from './review-history.ts'

export interface ReadyArchive {
  readonly history: ReviewHistory
  readonly profile: NamedRevision
  /** Education, work, an assessment and the hours of each year. */
  readonly background: readonly NamedRevision[]
  readonly paper: NamedRevision
}

export const TITLE_OBTAINED = '201712'

export interface Ready {
  /** Of the assessments and the hours. */
  readonly years?: readonly number[]
  /** What the plan asks of the person beside her name and since when she has her title. */
  readonly profile?: FieldValues
}

export function readyArchive(
  owner = 'xumingchuan',
  { years = [2019, 2020, 2021], profile: more = {} }: Ready = {},
): ReadyArchive {
  const history = new ReviewHistory(owner)
  const person = { fullName: '许明川', titleObtainedYm: TITLE_OBTAINED, ...more }
  const profile = history.revision('profile', 'profile', person)
  const background = [
    history.revision('education-1', 'education', { school: '浙江工业大学', graduationYm: '201406' }),
    history.revision('work-1', 'work', { employerName: '绍兴市越州生态环境监测中心', beginYm: '201407' }),
    ...years.flatMap((year) => [
      history.revision(`assessment-${year}`, 'assessment', { year: String(year), result: 'qualified' }),
      history.revision(`hours-s-${year}`, 'continuingEducation', {
        year: String(year),
        subject: 'specialty',
        hours: '72',
      }),
      history.revision(`hours-p-${year}`, 'continuingEducation', {
        year: String(year),
        subject: 'generalPublic',
        hours: '18',
      }),
    ]),
  ]
  const paper = history.revision('paper-1', 'paper', { title: '曹娥江流域总磷通量估算', publishYm: '202106' })
  for (const revision of [profile, ...background, paper]) history.send(revision).approve(revision)
  return { history, profile, background, paper }
}
