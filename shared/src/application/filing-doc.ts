/**
 * The layout of a filing in the draft's Yjs document, beside the form (`application-doc.ts`). This file is the only place that knows it.
 *
 *     filing      : Y.Map   startedAt → string · photo → file · pledge → { plan, owner, textDigest, signature, signedAt }
 *     answers     : Y.Map   <question> → string
 *     score       : Y.Map   control:<code> → 'yes' · range:<indicator> → string · claim:<indicator>/<row>/<item or ''> → { rank }
 *     recommenders: Y.Map   <id> → recommender; in the order of their ids
 *     attachments : Y.Map   <slot>/<sha256> → { bytes, type, name, order }
 *
 * Entries of maps, not lists: two devices that add at once both keep theirs. What is not of this shape is not read.
 */
import type * as Y from 'yjs'
import * as z from 'zod/mini'
import { LOCAL_EDIT } from '../archive/archive-doc.ts'
import { canonicalText } from '../kernel/canonical.ts'
import { accountIdSchema, itemIdSchema, planIdSchema } from '../kernel/ids.ts'
import type { ScoreAnswers, ScoreClaim } from '../plan/self-score.ts'
import type { Attachment, FiledFile, Filing, Pledge, Recommender } from './filing.ts'

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const bytes = z.int().check(z.nonnegative())
const fileSchema = z.object({ sha256, bytes, type: z.string(), name: z.string() })
const pledgeSchema = z.object({
  plan: planIdSchema,
  owner: accountIdSchema,
  textDigest: sha256,
  signature: fileSchema,
  signedAt: z.iso.datetime({ offset: true }),
})
const recommenderSchema = z.object({
  name: z.string(),
  employer: z.string(),
  title: z.string(),
  specialty: z.string(),
  isInPost: z.boolean(),
  certificate: z.nullable(fileSchema),
})
const attachmentSchema = z.object({ bytes, type: z.string(), name: z.string(), order: z.optional(z.string()) })
const claimSchema = z.object({ rank: z.nullable(z.int()) })
const momentSchema = z.iso.datetime({ offset: true })

type MapName = 'filing' | 'answers' | 'score' | 'recommenders' | 'attachments'

function put(doc: Y.Doc, map: MapName, key: string, value: unknown): void {
  doc.transact(() => {
    if (value === null || value === '') doc.getMap(map).delete(key)
    else doc.getMap(map).set(key, value)
  }, LOCAL_EDIT)
}

/** @param at ISO 8601; kept when it is there already */
export function setStartedAt(doc: Y.Doc, at: string): void {
  if (!doc.getMap('filing').has('startedAt')) put(doc, 'filing', 'startedAt', at)
}

export function setPhoto(doc: Y.Doc, photo: FiledFile | null): void {
  put(doc, 'filing', 'photo', photo)
}

export function setPledge(doc: Y.Doc, pledge: Pledge | null): void {
  put(doc, 'filing', 'pledge', pledge)
}

/** An empty answer is none. */
export function setAnswer(doc: Y.Doc, question: string, answer: string): void {
  put(doc, 'answers', question, canonicalText(answer))
}

export function setControl(doc: Y.Doc, control: string, isTicked: boolean): void {
  put(doc, 'score', `control:${control}`, isTicked ? 'yes' : null)
}

/** @param value decimal text; empty takes it away */
export function setRange(doc: Y.Doc, indicator: string, value: string): void {
  put(doc, 'score', `range:${indicator}`, canonicalText(value))
}

export function setClaim(doc: Y.Doc, { indicator, row, item, rank }: ScoreClaim): void {
  put(doc, 'score', `claim:${indicator}/${row}/${item ?? ''}`, { rank })
}

export function dropClaim(doc: Y.Doc, { indicator, row, item }: Omit<ScoreClaim, 'rank'>): void {
  put(doc, 'score', `claim:${indicator}/${row}/${item ?? ''}`, null)
}

/** @param id made by the caller, the same to change one */
export function setRecommender(doc: Y.Doc, id: string, recommender: Recommender | null): void {
  put(doc, 'recommenders', id, recommender)
}

/** The recommenders with the ids they are changed by. */
export function recommendersOf(doc: Y.Doc): readonly (readonly [id: string, recommender: Recommender])[] {
  return [...doc.getMap('recommenders').entries()]
    .flatMap(([id, value]): (readonly [string, Recommender])[] => {
      const read = recommenderSchema.safeParse(value)
      return read.success ? [[id, read.data]] : []
    })
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

/** @param order where it stands in its slot, e.g. the time of its adding */
export function addAttachment(doc: Y.Doc, { slot, sha256, ...file }: Attachment, order: string): void {
  put(doc, 'attachments', `${slot}/${sha256}`, { ...file, order })
}

export function dropAttachment(doc: Y.Doc, { slot, sha256 }: Pick<Attachment, 'slot' | 'sha256'>): void {
  put(doc, 'attachments', `${slot}/${sha256}`, null)
}

export function readFiling(doc: Y.Doc): Filing {
  const filing = doc.getMap('filing')
  const startedAt = momentSchema.safeParse(filing.get('startedAt'))
  const photo = fileSchema.safeParse(filing.get('photo'))
  const pledge = pledgeSchema.safeParse(filing.get('pledge'))
  return {
    startedAt: startedAt.success ? startedAt.data : null,
    photo: photo.success ? photo.data : null,
    pledge: pledge.success ? pledge.data : null,
    answers: Object.fromEntries(
      [...doc.getMap('answers').entries()]
        .flatMap(([key, value]): [string, string][] => (typeof value === 'string' ? [[key, canonicalText(value)]] : []))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    score: readScore(doc),
    recommenders: recommendersOf(doc).map(([, recommender]) => recommender),
    attachments: readAttachments(doc),
  }
}

/** Null until something of it is answered. */
function readScore(doc: Y.Doc): ScoreAnswers | null {
  const controls: string[] = []
  const claims: ScoreClaim[] = []
  const ranges: Record<string, string> = {}
  const entries = [...doc.getMap('score').entries()].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [key, value] of entries) {
    const [, kind, rest] = /^(control|range|claim):(.+)$/s.exec(key) ?? []
    if (!rest) continue
    if (kind === 'control' && value === 'yes') controls.push(rest)
    if (kind === 'range' && typeof value === 'string') ranges[rest] = value
    const [indicator, row, item] = kind === 'claim' ? rest.split('/') : []
    const claim = claimSchema.safeParse(value)
    const known = itemIdSchema.safeParse(item)
    if (indicator && row && claim.success && (item === '' || known.success)) {
      claims.push({ indicator, row, item: known.success ? known.data : null, rank: claim.data.rank })
    }
  }
  return controls.length + claims.length + Object.keys(ranges).length > 0 ? { controls, claims, ranges } : null
}

function readAttachments(doc: Y.Doc): readonly Attachment[] {
  return [...doc.getMap('attachments').entries()]
    .flatMap(([key, value]) => {
      const [slot = '', hash] = key.split('/')
      const known = sha256.safeParse(hash)
      const file = attachmentSchema.safeParse(value)
      if (slot === '' || !known.success || !file.success) return []
      const { order = '', ...rest } = file.data
      return [{ sort: `${slot}\n${order}\n${known.data}`, attachment: { slot, sha256: known.data, ...rest } }]
    })
    .sort((a, b) => (a.sort < b.sort ? -1 : 1))
    .map(({ attachment }) => attachment)
}
