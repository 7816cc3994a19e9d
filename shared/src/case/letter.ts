/** 评审委托书 in its words (F7): what it must say, and what a case keeps of it. Whose it is and when it is asked for: `mandate.ts`. */
import type { OrgId } from '../kernel/ids.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { isDay } from '../kernel/year-month.ts'
import type { StageCode } from '../plan/stage-code.ts'

/** What the letter says, as the office types it. */
export interface Letter {
  /** 文号: one number is one letter, whoever stands in it. */
  readonly number: string
  /** The committee it is addressed to. */
  readonly committee: string
  /** 委托事由. */
  readonly grounds: string
  /** 经办人. */
  readonly handler: string
  /** The day it bears, `2022-10-12`. */
  readonly on: string
}

export interface Mandate extends Letter {
  /** Who issued it: the station and its office. */
  readonly stage: StageCode
  readonly org: OrgId
}

export interface LetterMalformed {
  readonly kind: 'letter-malformed'
  readonly field: keyof Letter
}

const LETTER_CHARS: Readonly<Record<Exclude<keyof Letter, 'on'>, readonly [least: number, most: number]>> = {
  number: [2, 60],
  committee: [2, 100],
  grounds: [2, 500],
  handler: [2, 30],
}

/** @returns the letter without blanks around its words */
export function soundLetter(letter: Letter): Result<Letter, LetterMalformed> {
  const words = { number: '', committee: '', grounds: '', handler: '' }
  for (const field of ['number', 'committee', 'grounds', 'handler'] as const) {
    const text = letter[field].trim()
    const [least, most] = LETTER_CHARS[field]
    if ([...text].length < least || [...text].length > most) return refuse({ kind: 'letter-malformed', field })
    words[field] = text
  }
  return isDay(letter.on) ? ok({ ...words, on: letter.on }) : refuse({ kind: 'letter-malformed', field: 'on' })
}
