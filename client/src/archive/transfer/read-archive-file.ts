/**
 * An archive's file, verified without a server: the digests by the rules that the relay uses, every scan by its hash, the relay's facts
 * by their chain. Nothing is kept of it before its owner has decided.
 */
import { EVIDENCE_LIMITS } from '@yejibu/shared/archive/field-rules'
import {
  type EvidenceFound,
  type FileRefusal,
  hashInPath,
  type VerifiedFile,
  verifyArchiveFile,
} from '@yejibu/shared/archive/transfer/archive-file'
import { bytesToHex, sha256Hex } from '@yejibu/shared/kernel/canonical'
import { type Fact, firstBreak } from '@yejibu/shared/kernel/fact'
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import { factSchema } from '@yejibu/shared/wire/feed'
import { readDirectory, readEntry, type ZipEntry } from './zip-directory.ts'

export interface OpenedFile {
  readonly verified: VerifiedFile
  /** How many facts came along, and whether their chain holds; null when they are not readable. */
  readonly facts: { readonly count: number; readonly areIntact: boolean } | null
  /** How many scans fit their names, and how many do not. */
  readonly evidence: { readonly intact: number; readonly altered: number }
  /** The bytes of a scan, once more from the file; null when it is not in it. */
  bytesOf(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>
}

export type OpenRefusal = FileRefusal | { readonly kind: 'stopped' }

export interface Opening {
  readonly signal: AbortSignal
  readonly onProgress: (done: number, all: number) => void
}

const MOST_JSON = 128 * 1024 * 1024

export async function openArchiveFile(
  file: Blob,
  { signal, onProgress }: Opening,
): Promise<Result<OpenedFile, OpenRefusal>> {
  const directory = await readDirectory(file)
  const main = directory?.find(({ path }) => path === 'archive.json')
  if (!directory || !main) return refuse({ kind: 'not-an-archive-file' })
  const json = await jsonIn(file, main)
  const scans = directory.flatMap((entry) => {
    const sha256 = hashInPath(entry.path)
    return sha256 === null ? [] : [{ sha256, entry }]
  })
  const evidence = new Map<string, EvidenceFound>()
  const places = new Map<string, ZipEntry>()
  for (const [done, { sha256, entry }] of scans.entries()) {
    if (signal.aborted) return refuse({ kind: 'stopped' })
    onProgress(done, scans.length)
    const bytes = await readEntry(file, entry, EVIDENCE_LIMITS.bytes)
    const isIntact = bytes !== null && (await hashOf(bytes)) === sha256
    // Of two under one name the bad one counts: nobody knows which was meant.
    evidence.set(sha256, isIntact && evidence.get(sha256) !== 'altered' ? 'intact' : 'altered')
    places.set(sha256, entry)
  }
  onProgress(scans.length, scans.length)
  const verified = verifyArchiveFile(json, evidence)
  if (!verified.ok) return verified
  const facts = directory.find(({ path }) => path === 'facts.json')
  const found = [...evidence.values()]
  return ok({
    verified: verified.value,
    facts: facts ? factsIn(await jsonIn(file, facts)) : null,
    evidence: {
      intact: found.filter((one) => one === 'intact').length,
      altered: found.filter((one) => one === 'altered').length,
    },
    async bytesOf(sha256) {
      const entry = evidence.get(sha256) === 'intact' ? places.get(sha256) : undefined
      return entry ? readEntry(file, entry, EVIDENCE_LIMITS.bytes) : null
    },
  })
}

async function jsonIn(file: Blob, entry: ZipEntry): Promise<unknown> {
  const bytes = await readEntry(file, entry, MOST_JSON)
  try {
    return bytes && JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}

function factsIn(json: unknown): OpenedFile['facts'] {
  if (!Array.isArray(json)) return null
  const facts = json.map((raw) => factSchema.safeParse(raw))
  if (facts.some((fact) => !fact.success)) return { count: json.length, areIntact: false }
  // Parsed: an envelope. That it is whole, its hash says.
  return {
    count: json.length,
    areIntact: firstBreak(facts.flatMap((fact) => (fact.data ? [fact.data as Fact] : []))) === null,
  }
}

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // Without HTTPS off localhost there is no WebCrypto.
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  return subtle ? bytesToHex(new Uint8Array(await subtle.digest('SHA-256', bytes))) : sha256Hex(bytes)
}
