/** The smallest archive with which the Shaoxing plan lets a person apply: everything approved, nothing to spare. */
import type { NamedRevision } from '../review/review-facts.ts'
import { ReviewHistory } from './review-history.ts'

export interface ReadyArchive {
  readonly history: ReviewHistory
  readonly profile: NamedRevision
  /** Education, work, three assessments, three years of hours. */
  readonly background: readonly NamedRevision[]
  readonly paper: NamedRevision
}

export const TITLE_OBTAINED = '201712'

export function readyArchive(owner = 'xumingchuan'): ReadyArchive {
  const history = new ReviewHistory(owner)
  const profile = history.revision('profile', 'profile', { fullName: '许明川', titleObtainedYm: TITLE_OBTAINED })
  const background = [
    history.revision('education-1', 'education', { school: '浙江工业大学', graduationYm: '201406' }),
    history.revision('work-1', 'work', { employerName: '绍兴市越州生态环境监测中心', beginYm: '201407' }),
    ...[2019, 2020, 2021].flatMap((year) => [
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
