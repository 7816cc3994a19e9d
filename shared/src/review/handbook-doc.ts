/**
 * The handbook of one employer, `handbook/<employer>`: what its HR lead lays down for all its reviewers. Clerks read it (`[ACC-31]`). This file alone
 * knows the layout:
 *
 *     phrases : Y.Map   `returned`, `rejected` → the phrases for reasons, one list, changed as a whole
 *
 * Always true: it decides nothing, and what does not read is taken for absent. The same layout, under the name `reviewPhrases`, keeps a reviewer's
 * own phrases in the document that is hers alone.
 */
import type * as Y from 'yjs'
import * as z from 'zod/mini'
import { LOCAL_EDIT } from '../archive/archive-doc.ts'
import { canonicalText } from '../kernel/canonical.ts'
import { REASON_CHARS } from './reason.ts'

export const PHRASES_MOST = 30

export type PhraseKind = 'returned' | 'rejected'
export type PhraseMap = 'phrases' | 'reviewPhrases'

const phrasesSchema = z.array(z.string().check(z.minLength(1), z.maxLength(2_000))).check(z.maxLength(PHRASES_MOST))

/** Null: none were laid down. */
export function readPhrases(doc: Y.Doc, map: PhraseMap, kind: PhraseKind): readonly string[] | null {
  return phrasesSchema.safeParse(doc.getMap<unknown>(map).get(kind)).data ?? null
}

/** Blanks, repetitions and what would be too long for a reason fall away. @param phrases null: none any more */
export function keepPhrases(doc: Y.Doc, map: PhraseMap, kind: PhraseKind, phrases: readonly string[] | null): void {
  const kept = doc.getMap<unknown>(map)
  doc.transact(() => {
    if (phrases === null) kept.delete(kind)
    else kept.set(kind, tidyPhrases(phrases))
  }, LOCAL_EDIT)
}

function tidyPhrases(phrases: readonly string[]): readonly string[] {
  const tidy = phrases
    .map((phrase) => canonicalText(phrase).replace(/\s+/g, ' ').trim())
    .filter((phrase) => phrase !== '' && [...phrase].length <= REASON_CHARS.max)
  return [...new Set(tidy)].slice(0, PHRASES_MOST)
}
