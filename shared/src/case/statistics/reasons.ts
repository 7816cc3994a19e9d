/**
 * Which reasons are given most often. A reason is free text put together from phrases, so it is counted sentence by sentence: what differs in
 * blanks, width of characters, numbering and closing marks alone is one. A sentence counts once for each decision.
 */
import type { Course, Station } from './course.ts'

export interface ReasonRow {
  /** As it was written first. */
  readonly sentence: string
  /** Decisions in which it stands. */
  readonly times: number
  /** How many people it was said to. */
  readonly people: number
  /** Where it was said: `ARCHIVE` for the review of the archive. */
  readonly at: readonly (Station | 'ARCHIVE')[]
}

/** One decision about one person. */
export interface SaidNo {
  /** Whom: an application's or an archive's owner. */
  readonly to: string
  readonly at: Station | 'ARCHIVE'
  readonly texts: readonly string[]
}

const MOST_ROWS = 20

export function saidIn(courses: readonly Course[]): readonly SaidNo[] {
  return courses.flatMap(({ application, nos }) =>
    nos.map(({ station, texts }) => ({ to: application.slice(0, application.indexOf('.')), at: station, texts })),
  )
}

/** The most frequent first, at most 20. */
export function reasonRows(nos: readonly SaidNo[]): readonly ReasonRow[] {
  const found = new Map<string, { sentence: string; times: number; people: Set<string>; at: Set<SaidNo['at']> }>()
  for (const { to, at, texts } of nos) {
    const said = new Map(texts.flatMap(sentencesIn).map((sentence) => [keyOf(sentence), sentence]))
    for (const [key, sentence] of said) {
      const row = found.get(key) ?? { sentence, times: 0, people: new Set(), at: new Set() }
      found.set(key, { ...row, times: row.times + 1, people: row.people.add(to), at: row.at.add(at) })
    }
  }
  return [...found.values()]
    .map(({ sentence, times, people, at }) => ({ sentence, times, people: people.size, at: [...at] }))
    .sort((a, b) => b.times - a.times || b.people - a.people || (a.sentence < b.sentence ? -1 : 1))
    .slice(0, MOST_ROWS)
}

const NUMBERING = /^(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.、．:：]\s*)+(?!\d)/

const CLOSING = /[,，.、:：\s]+$/

export function sentencesIn(text: string): readonly string[] {
  return text
    .split(/[。；;！!？?\r\n]+/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim().replace(NUMBERING, '').replace(CLOSING, ''))
    .filter((sentence) => [...sentence].length >= 2)
}

/** Wide and narrow characters, and blanks or none, are the same to who reads it. */
function keyOf(sentence: string): string {
  return sentence.normalize('NFKC').replace(/\s/g, '')
}
