/**
 * A submission line by line (逐条逐项), in the order in which it is read: what a person is, what she filed, what she pulled. Keys and digests are the
 * rules' own (`shared/case/lines.ts`); here are only title, place and what changed since the round before.
 */
import type { PulledRevision, Submission } from '@yejibu/shared/application/submission'
import type { Text } from '@yejibu/shared/archive/label'
import { SECTION_KEYS } from '@yejibu/shared/archive/section'
import { sectionByKey } from '@yejibu/shared/archive/sections'
import { type LineKey, type Lines, linesOf } from '@yejibu/shared/case/lines'
import type { Plan } from '@yejibu/shared/plan/plan'
import { entryTitle } from '../application/entry-title.ts'

export type LineGroup = 'basic' | 'filing' | 'pulls' | 'attachments'
export type LineChange = 'added' | 'changed' | 'same'

/** Named by a word of the interface, by the entry itself, or by the plan's slot. */
export type LineTitle = 'profile' | 'form' | 'photo' | 'pledge' | 'details' | Text

export interface SubmissionLine {
  readonly key: LineKey
  readonly group: LineGroup
  readonly title: LineTitle
  /** Of an entry: its section. */
  readonly place: Text | null
  /** Against the round before; null in the first round. */
  readonly change: LineChange | null
}

const WORDED = ['profile', 'form', 'photo', 'pledge', 'details'] as const

export function linesToRead(
  submission: Submission,
  before: Lines | null,
  plan: Plan | undefined,
): readonly SubmissionLine[] {
  const lines = linesOf(submission)
  const changeOf = (key: LineKey): LineChange | null => {
    if (before === null) return null
    return Object.hasOwn(before, key) ? (before[key] === lines[key] ? 'same' : 'changed') : 'added'
  }
  const worded = WORDED.filter((key) => Object.hasOwn(lines, key)).map(
    (key): SubmissionLine => ({
      key,
      group: key === 'profile' || key === 'form' ? 'basic' : 'filing',
      title: key,
      place: null,
      change: changeOf(key),
    }),
  )
  const pulls = [...submission.pulls].sort(bySection).map(
    ({ item, part, content }): SubmissionLine => ({
      key: `pull/${item}`,
      group: 'pulls',
      title: entryTitle(content),
      place: part === 'profile' ? null : sectionByKey(part).label,
      change: changeOf(`pull/${item}`),
    }),
  )
  const slots = Object.keys(lines)
    .filter((key) => key.startsWith('attachments/'))
    .map((key): SubmissionLine => {
      const code = key.slice('attachments/'.length)
      const title = plan?.attachmentSlots.find((slot) => slot.code === code)?.title ?? code
      return { key, group: 'attachments', title: { zh: title, en: title }, place: null, change: changeOf(key) }
    })
  return [...worded, ...pulls, ...slots]
}

/** What a line of the round before was called, where this round no longer has it. */
export function linesGone(
  before: Submission | null,
  now: Submission,
  plan: Plan | undefined,
): readonly SubmissionLine[] {
  if (!before) return []
  const has = linesOf(now)
  return linesToRead(before, null, plan).filter(({ key }) => !Object.hasOwn(has, key))
}

/** The pulled revision that a line is about; the profile is one too. */
export function revisionBehind(submission: Submission | null, key: LineKey): PulledRevision | null {
  if (!submission) return null
  if (key === 'profile') return submission.profile
  return submission.pulls.find(({ item }) => key === `pull/${item}`) ?? null
}

function bySection(a: PulledRevision, b: PulledRevision): number {
  const place = ({ part }: PulledRevision) => (part === 'profile' ? -1 : SECTION_KEYS.indexOf(part))
  return place(a) - place(b)
}
