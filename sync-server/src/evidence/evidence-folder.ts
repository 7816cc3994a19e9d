/**
 * Evidence in a folder: `<folder>/<first two characters>/<sha256>`, unfinished uploads in `<folder>/incoming/<archive>.<sha256>`.
 *
 * Always true: a file gets its final name only after its bytes were hashed and flushed to disk, by a rename within the folder, whose directory
 * is flushed too; then the register says who holds it, and only then the upload is gone. What is interrupted in between leaves an unfinished
 * upload, which may be whole and is finished when it is claimed, and perhaps a file nobody holds; never a file with other bytes than its name says.
 */
import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, link, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type EvidenceHolder, otherHolder } from '@yejibu/shared/archive/evidence-holder'
import { MOST_PIXELS, tooManyPixels } from '@yejibu/shared/archive/picture-size'
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import type { Chunk, EvidenceRefusal, EvidenceRegister, EvidenceStore, Received } from './evidence.ts'
import type { EvidenceOriginals } from './evidence-originals.ts'
import { ACCEPTED_TYPES, HEAD_BYTES, typeOfBytes } from './file-type.ts'

export interface EvidenceFolderParts {
  readonly folder: string
  readonly register: EvidenceRegister
  /** Where the files lie for all relays; null where the folder is all there is. */
  readonly originals?: EvidenceOriginals | null
  /** Of one file. */
  readonly maxBytes: number
  now(): Date
}

/** Bytes that one archive may hold: some hundred good scans. One person cannot fill the office's disk. */
export const MAX_ARCHIVE_BYTES = 2 * 1024 * 1024 * 1024

/** Unfinished uploads that one archive may have; the oldest make room. */
const MAX_UNFINISHED = 20

export function openEvidenceFolder(parts: EvidenceFolderParts): EvidenceStore {
  const { folder, register, maxBytes, originals = null } = parts
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  const incomingOf = (archive: EvidenceHolder, sha256: string) =>
    join(folder, 'incoming', incomingName(archive) + sha256)
  // Chunks of one file come one after the other; two tabs sending the same file must not write into each other.
  const turns = new Map<string, Promise<unknown>>()

  const receive = async (chunk: Chunk): Promise<Result<Received, EvidenceRefusal>> => {
    const { archive, sha256, offset, total } = chunk
    const already = await register.held(archive, sha256)
    const path = incomingOf(archive, sha256)
    if (already) {
      await rm(path, { force: true })
      return ok({ isComplete: true, held: already })
    }
    if (total > maxBytes) return refuse({ kind: 'too-large', maxBytes })
    const received = await sizeOf(path)
    if (offset !== received && offset !== 0) return refuse({ kind: 'evidence-offset', received })
    if (offset === 0) {
      const left = MAX_ARCHIVE_BYTES - (await register.bytesOf(archive))
      if (total > left) return refuse({ kind: 'too-large', maxBytes: Math.max(0, left) })
      await makeRoom(join(folder, 'incoming'), archive)
    }
    const end = await write(path, chunk, maxBytes)
    if (end > total || end > maxBytes) {
      await rm(path, { force: true })
      return refuse({ kind: 'too-large', maxBytes: Math.min(total, maxBytes) })
    }
    const type = await typeOfFile(path)
    if (type === null && (end >= HEAD_BYTES || end === total)) {
      await rm(path, { force: true })
      return refuse({ kind: 'evidence-type-refused', accepted: ACCEPTED_TYPES })
    }
    if (end < total || type === null) return ok({ isComplete: false, received: end })
    return finish(path, { archive, sha256, bytes: total, type })
  }

  const finish = async (path: string, held: Extract<Received, { isComplete: true }>['held']) => {
    const bytes = await readFile(path)
    const found = sha256Of(bytes)
    if (found !== held.sha256) {
      await rm(path, { force: true })
      return refuse({ kind: 'evidence-not-its-hash', claimed: held.sha256, found })
    }
    const picture = tooManyPixels(bytes)
    if (picture) {
      await rm(path, { force: true })
      return refuse({ kind: 'picture-too-large', ...picture, maxPixels: MOST_PIXELS })
    }
    const final = pathOf(held.sha256)
    await mkdir(dirname(final), { recursive: true })
    await putInPlace(path, final)
    await flushFolder(dirname(final))
    await flushFolder(folder)
    await originals?.put(held.sha256, bytes)
    await register.hold(held, parts.now().getTime())
    await rm(path, { force: true })
    return ok({ isComplete: true as const, held })
  }

  /** An upload of which every byte came, but not the word that it is held. */
  const finishWhole = async (archive: EvidenceHolder, sha256: string, total: number) => {
    const path = incomingOf(archive, sha256)
    const type = (await sizeOf(path)) === total ? await typeOfFile(path) : null
    if (type === null) return null
    const finished = await finish(path, { archive, sha256, bytes: total, type })
    return finished.ok ? finished.value.held : null
  }

  const fetched = async (sha256: string): Promise<string> => {
    const path = pathOf(sha256)
    if (originals === null || (await isThere(path))) return path
    const bytes = await originals.get(sha256)
    if (bytes === null) return path
    if (sha256Of(bytes) !== sha256) throw new Error(`the evidence store has other bytes under ${sha256}`)
    const arriving = join(folder, 'incoming', `fetched~${randomUUID()}`)
    await mkdir(dirname(arriving), { recursive: true })
    await mkdir(dirname(path), { recursive: true })
    await writeFile(arriving, bytes, { flush: true })
    await rename(arriving, path)
    return path
  }

  const claim = async (archive: EvidenceHolder, sha256: string, total: number) => {
    const known = await register.held(archive, sha256)
    if (known) return known
    const other = await register.held(otherHolder(archive), sha256)
    if (!other) return finishWhole(archive, sha256, total)
    if ((await register.bytesOf(archive)) + other.bytes > MAX_ARCHIVE_BYTES) return null
    const held = { ...other, archive }
    await register.hold(held, parts.now().getTime())
    return held
  }

  const inTurn = <T>(archive: EvidenceHolder, sha256: string, work: () => Promise<T>): Promise<T> => {
    const key = `${archive}.${sha256}`
    const mine = (turns.get(key) ?? Promise.resolve()).then(work)
    const settled = mine
      .catch(() => undefined)
      .then(() => {
        if (turns.get(key) === settled) turns.delete(key)
      })
    turns.set(key, settled)
    return mine
  }

  return {
    pathOf,
    fetched,
    receive: (chunk) => inTurn(chunk.archive, chunk.sha256, () => receive(chunk)),
    put: (archive, sha256, bytes) =>
      inTurn(archive, sha256, () => receive({ archive, sha256, offset: 0, total: bytes.length, bytes: once(bytes) })),
    held: (archive, sha256) => register.held(archive, sha256),
    claim: (archive, sha256, total) => inTurn(archive, sha256, () => claim(archive, sha256, total)),
    release: (archive, sha256) => register.release(archive, sha256),
    received: (archive, sha256) => sizeOf(incomingOf(archive, sha256)),
    async missing(archive, hashes) {
      const missing: string[] = []
      for (const sha256 of new Set(hashes)) if (!(await register.held(archive, sha256))) missing.push(sha256)
      return missing
    },
    all: () => register.all(),
  }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null
}

/** File systems without a second name for the same bytes. */
const WITHOUT_LINKS: readonly string[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV']

/**
 * The bytes under their final name, in one step, and still under the upload's, where the file system can. What is there already is replaced: the
 * same bytes may be there for another archive, or damaged ones.
 */
async function putInPlace(upload: string, final: string): Promise<void> {
  const second = join(dirname(upload), `placing~${basename(upload)}`)
  await rm(second, { force: true })
  try {
    await link(upload, second)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && WITHOUT_LINKS.includes(String(error.code)))) throw error
    return rename(upload, final)
  }
  await rename(second, final)
  // Where both names were of the same file already, the rename left the second one.
  await rm(second, { force: true })
}

/** @returns where the file ends now; stops reading beyond the limits, so a body cannot fill the disk */
async function write(path: string, chunk: Chunk, maxBytes: number): Promise<number> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, chunk.offset === 0 ? 'w' : 'r+')
  let end = chunk.offset
  try {
    for await (const bytes of chunk.bytes) {
      if (end + bytes.length > Math.min(chunk.total, maxBytes)) return end + bytes.length
      await file.write(bytes, 0, bytes.length, end)
      end += bytes.length
    }
    return end
  } finally {
    await flushed(file, path)
  }
}

/**
 * What a flush could not bring to disk may count as brought by the next one, whose error was told already: the upload begins again from its first
 * byte.
 */
async function flushed(file: FileHandle, path: string): Promise<void> {
  try {
    await file.sync()
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
}

/** `<account>.` or `private~<account>.`: no account's id has a tilde or a dot. */
function incomingName(archive: EvidenceHolder): string {
  return `${archive.replace('/', '~')}.`
}

async function makeRoom(incoming: string, archive: EvidenceHolder): Promise<void> {
  const names = await readdir(incoming).catch(() => [])
  const mine = names.filter((name) => name.startsWith(incomingName(archive))).map((name) => join(incoming, name))
  if (mine.length < MAX_UNFINISHED) return
  const byAge = await Promise.all(mine.map(async (path) => ({ path, at: (await stat(path)).mtimeMs })))
  byAge.sort((a, b) => b.at - a.at)
  for (const { path } of byAge.slice(MAX_UNFINISHED - 1)) await rm(path, { force: true })
}

async function typeOfFile(path: string): Promise<string | null> {
  const file = await open(path, 'r')
  try {
    const head = new Uint8Array(HEAD_BYTES)
    const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0)
    return typeOfBytes(head.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0
    throw error
  }
}

async function flushFolder(path: string): Promise<void> {
  // Windows cannot open a folder; there the rename is journalled by the file system.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
