/**
 * Finds entries by what is written in them, by the sounds of their titles (pinyin, whole or by initials) and by year. Fetched when
 * somebody first looks for something: the table of sounds is large.
 *
 * Each entry is prepared once and again when it changes; a search then only looks for text in text, so 2,000 entries answer as one types.
 */
import type { Item } from '@yejibu/shared/archive/item'
import { pinyin } from 'pinyin-pro'
import { inSlices } from '../sync/in-slices.ts'
import { dateKeyOf, titleOf } from './item-line.ts'
import { plain } from './plain-text.ts'

interface Prepared {
  readonly title: string
  /** `sxsfx`, and with its vowels `shanxishengfenxi`. */
  readonly initials: string
  readonly sounds: string
  /** Everything else that is written, and the year. */
  readonly rest: string
}

export interface SearchIndex {
  /** Makes ready what is not; a slice at a time. */
  prepare(items: readonly Item[]): Promise<void>
  /** Best first: in the title, by its sounds, elsewhere. All words of the text must be found. */
  search(items: readonly Item[], text: string): readonly Item[]
}

export function createSearchIndex(): SearchIndex {
  const prepared = new WeakMap<Item, Prepared>()
  const of = (item: Item): Prepared => {
    const known = prepared.get(item)
    if (known) return known
    const made = prepare(item)
    prepared.set(item, made)
    return made
  }
  return {
    prepare: (items) => inSlices(items, of),
    search(items, text) {
      const words = plain(text)
        .split(/\s+/)
        .filter((word) => word !== '')
      if (words.length === 0) return []
      const found: { item: Item; score: number }[] = []
      for (const item of items) {
        const entry = of(item)
        let score = 0
        for (const word of words) {
          const rank = rankOf(entry, word)
          if (rank === 0) {
            score = 0
            break
          }
          score += rank
        }
        if (score > 0) found.push({ item, score })
      }
      return found.sort((a, b) => b.score - a.score).map(({ item }) => item)
    },
  }
}

/** 0: not in it. */
function rankOf(entry: Prepared, word: string): number {
  if (entry.title.startsWith(word)) return 6
  if (entry.title.includes(word)) return 5
  if (entry.initials.startsWith(word)) return 4
  if (entry.initials.includes(word)) return 3
  if (word.length > 1 && entry.sounds.includes(word)) return 2
  return entry.rest.includes(word) ? 1 : 0
}

function prepare(item: Item): Prepared {
  const { zh } = titleOf(item)
  const sounds = pinyin(zh, { toneType: 'none', type: 'array' }).map((sound) => plain(sound))
  const values = Object.values(item.fields).filter((value) => value !== null)
  return {
    title: plain(zh),
    initials: sounds.map((sound) => (/^[a-zü]/.test(sound) ? sound.slice(0, 1) : sound)).join(''),
    sounds: sounds.join(''),
    rest: plain([...values, dateKeyOf(item).slice(0, 4), ...item.evidence.map(({ name }) => name)].join('\n')),
  }
}
