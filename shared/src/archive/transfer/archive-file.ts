/**
 * A whole archive as one open file, so that it belongs to its owner and not to this program. The file is a zip:
 *
 *     archive.json            what this module describes
 *     facts.json              the relay's facts about the archive, as they were read
 *     evidence/<sha256>.<ext> the files that entries refer to
 *     README.txt              this description, for people
 *
 * It verifies itself: an entry's digest is that of its content, salt, id and archive (the rule by which approvals name it), evidence is
 * named by its hash, and the seal covers the whole. Whoever alters it and computes everything anew has made another archive, whose digests
 * no approval names.
 *
 * Always true: every entry is judged by itself, so one that was altered refuses itself alone.
 */
import * as z from 'zod/mini'
import { canonicalJson, sha256Hex } from '../../kernel/canonical.ts'
import { type AccountId, accountIdSchema, type ItemId, itemIdSchema, PROFILE_ITEM } from '../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { Item } from '../item.ts'
import { contentOf, isRevision, isSalt, revisionOf } from '../revision.ts'
import { EVIDENCE_KINDS, SECTION_KEYS } from '../section.ts'

export const ARCHIVE_FORMAT = 'yejibu-archive'
export const ARCHIVE_FORMAT_VERSION = 1

const evidenceSchema = z.strictObject({
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  bytes: z.int().check(z.nonnegative()),
  type: z.string(),
  kind: z.enum(EVIDENCE_KINDS),
  name: z.string(),
})

const entrySchema = z.object({
  id: itemIdSchema,
  part: z.enum(['profile', ...SECTION_KEYS]),
  /** Version of the part's field list. */
  version: z.int(),
  order: z.string(),
  /** Where the owner put it in its section's list. */
  place: z.optional(z.string()),
  /** Empty, with a null digest, for a profile in which nothing was ever written. */
  salt: z.string(),
  digest: z.nullable(z.string()),
  /** Every field of the part by its identifier. */
  fields: z.record(z.string(), z.nullable(z.string())),
  evidence: z.array(evidenceSchema),
  /** Values that lost a concurrent write and still wait for the owner; `write` names the write. */
  otherVersions: z.array(z.object({ field: z.string(), write: z.string(), value: z.nullable(z.string()) })),
  identifiers: z.array(z.string()),
})

const fileSchema = z.object({
  format: z.literal(ARCHIVE_FORMAT),
  version: z.int(),
  /** The owner's account id: digests hold in this archive alone. */
  archive: accountIdSchema,
  madeAt: z.string(),
  profile: z.unknown(),
  items: z.array(z.unknown()),
  seal: z.string(),
})

export type FileEntry = z.output<typeof entrySchema>

export interface ArchiveFile {
  readonly format: typeof ARCHIVE_FORMAT
  readonly version: number
  readonly archive: AccountId
  /** ISO 8601 by the device that made it. */
  readonly madeAt: string
  readonly profile: FileEntry
  readonly items: readonly FileEntry[]
  /** SHA-256 over the canonical JSON of all the above. */
  readonly seal: string
}

/** @param madeAt ISO 8601 */
export function archiveFileOf(archive: AccountId, profile: Item, items: readonly Item[], madeAt: string): ArchiveFile {
  const body = {
    format: ARCHIVE_FORMAT,
    version: ARCHIVE_FORMAT_VERSION,
    archive,
    madeAt,
    profile: entryOf(profile, archive),
    items: items.map((item) => entryOf(item, archive)),
  } as const
  return { ...body, seal: sha256Hex(canonicalJson(body)) }
}

function entryOf(item: Item, archive: AccountId): FileEntry {
  const { version, fields } = contentOf(item)
  return {
    id: item.id,
    part: item.part,
    version,
    order: item.order,
    ...(item.place !== undefined && { place: item.place }),
    salt: item.salt,
    digest: revisionOf(item, archive)?.digest ?? null,
    fields: { ...fields },
    evidence: item.evidence.map(({ sha256, bytes, type, kind, name }) => ({ sha256, bytes, type, kind, name })),
    otherVersions: item.otherVersions.map(({ key, field, value }) => ({
      field,
      write: key.slice(key.lastIndexOf('|') + 1),
      value,
    })),
    identifiers: [...(item.identifiers ?? [])],
  }
}

/** What was found of a file of evidence inside the zip. */
export type EvidenceFound = 'intact' | 'altered'

export type EntryRefusal =
  | { readonly kind: 'entry-unreadable' }
  /** Written by a program with another list of fields. */
  | { readonly kind: 'entry-of-other-version'; readonly version: number }
  /** Content and digest do not belong together. */
  | { readonly kind: 'entry-altered' }
  /** A file of the entry is not the one that it names. */
  | { readonly kind: 'entry-evidence-altered'; readonly name: string }
  | { readonly kind: 'entry-twice' }

export type ReadEntry =
  | {
      readonly entry: FileEntry
      /** Files that the entry names and the zip does not hold: they may still be with the employer. */
      readonly missing: readonly FileEntry['evidence'][number][]
    }
  | { readonly refusal: EntryRefusal; readonly label: string }

export interface VerifiedFile {
  readonly archive: AccountId
  readonly madeAt: string
  /** False: something was added, removed, moved or altered since the file was made. */
  readonly isSealed: boolean
  readonly profile: ReadEntry
  readonly items: readonly ReadEntry[]
}

export type FileRefusal =
  | { readonly kind: 'not-an-archive-file' }
  | { readonly kind: 'archive-file-too-new'; readonly version: number }

/** @param evidence by SHA-256, what the zip holds */
export function verifyArchiveFile(
  json: unknown,
  evidence: ReadonlyMap<string, EvidenceFound>,
): Result<VerifiedFile, FileRefusal> {
  const parsed = fileSchema.safeParse(json)
  if (!parsed.success) return refuse({ kind: 'not-an-archive-file' })
  const file = parsed.data
  if (file.version > ARCHIVE_FORMAT_VERSION) return refuse({ kind: 'archive-file-too-new', version: file.version })
  const seen = new Set<ItemId>()
  const read = (raw: unknown): ReadEntry => {
    const entry = readEntry(raw, file.archive, evidence)
    if (!('entry' in entry)) return entry
    if (seen.has(entry.entry.id)) return { refusal: { kind: 'entry-twice' }, label: labelOf(raw) }
    seen.add(entry.entry.id)
    return entry
  }
  const profile = read(file.profile)
  const items = file.items.map(read)
  return ok({ archive: file.archive, madeAt: file.madeAt, isSealed: isSealed(json), profile, items })
}

function isSealed(json: unknown): boolean {
  if (typeof json !== 'object' || json === null || !('seal' in json)) return false
  const { seal, ...body } = json
  return sha256Hex(canonicalJson(body)) === seal
}

function readEntry(raw: unknown, archive: AccountId, evidence: ReadonlyMap<string, EvidenceFound>): ReadEntry {
  const parsed = entrySchema.safeParse(raw)
  if (!parsed.success) return { refusal: { kind: 'entry-unreadable' }, label: labelOf(raw) }
  const entry = parsed.data
  const no = (refusal: EntryRefusal): ReadEntry => ({ refusal, label: labelOf(raw) })
  const content = contentOf(entry)
  if (entry.version !== content.version) return no({ kind: 'entry-of-other-version', version: entry.version })
  if ((entry.part === 'profile') !== (entry.id === PROFILE_ITEM)) return no({ kind: 'entry-unreadable' })
  if (entry.digest === null) {
    // Nobody can vouch for what has no digest: only a profile without a word is right so.
    const isEmpty = !isSalt(entry.salt) && Object.values(entry.fields).every((value) => value === null)
    return isEmpty && entry.evidence.length === 0 ? { entry, missing: [] } : no({ kind: 'entry-altered' })
  }
  const revision = { content: { ...content, fields: entry.fields }, salt: entry.salt, digest: entry.digest }
  if (!isRevision(revision, { archive, item: entry.id })) return no({ kind: 'entry-altered' })
  const altered = entry.evidence.find(({ sha256 }) => evidence.get(sha256) === 'altered')
  if (altered) return no({ kind: 'entry-evidence-altered', name: altered.name })
  return { entry, missing: entry.evidence.filter(({ sha256 }) => !evidence.has(sha256)) }
}

/** Something to recognise a broken entry by: its longest short word, since nothing in it can be relied on. */
function labelOf(raw: unknown): string {
  const fields = typeof raw === 'object' && raw !== null && 'fields' in raw ? raw.fields : null
  if (typeof fields !== 'object' || fields === null) return ''
  const words = Object.entries(fields).flatMap(([name, value]) =>
    typeof value === 'string' && /^(?:title|name|itemName|school|employerName|fullName)$/.test(name) ? [value] : [],
  )
  return (words[0] ?? '').slice(0, 80)
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
}

/** Where a file of evidence lies in the zip. */
export function evidencePath({ sha256, type }: { readonly sha256: string; readonly type: string }): string {
  return `evidence/${sha256}.${EXTENSIONS[type] ?? 'bin'}`
}

/** The hash that a path in the zip promises; null for what is no evidence. */
export function hashInPath(path: string): string | null {
  return /^evidence\/([0-9a-f]{64})\.[a-z]{1,5}$/.exec(path)?.[1] ?? null
}
