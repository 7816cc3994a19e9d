/**
 * Where the papers of batches lie at a relay: each page while it is printed, and the finished archive, its own or one fetched. A folder may be one
 * relay's own or shared.
 *
 * Always true: a file stands under its name only when it is whole and on disk; how many people are done is noted after their pages.
 */
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Zip, ZipPassThrough } from 'fflate'
import { hashOfFile } from '../evidence/hash-of-file.ts'

export interface BatchFolder {
  /** From here on the batch is this folder's. */
  begin(id: string): Promise<void>
  hasBegun(id: string): Promise<boolean>
  /** How many people's pages are here. */
  done(id: string): Promise<number>
  noteDone(id: string, done: number): Promise<void>
  writePage(id: string, name: string, bytes: Uint8Array): Promise<void>
  pages(id: string): Promise<readonly string[]>
  /** The same pages at the same moment are the same bytes, at whichever relay. */
  pack(id: string, at: Date): Promise<{ readonly bytes: number; readonly sha256: string }>
  /** An archive that another relay has packed. */
  receive(id: string, archive: Uint8Array): Promise<string>
  /** The pages, once they are in the archive. */
  dropPages(id: string): Promise<void>
  /** The finished archive, or null when it is not here. @param sha256 of no other archive; null takes any */
  archive(id: string, sha256: string | null): Promise<string | null>
  /** The list beside an archive from before the batch itself kept it; null beside all others. */
  people(id: string): Promise<string | null>
  /** Of every batch that left anything here. */
  ids(): Promise<readonly string[]>
  remove(id: string): Promise<void>
}

export function openBatchFolder(folder: string): BatchFolder {
  const pagesOf = (id: string) => join(folder, id)
  const fileOf = (id: string, kind: 'zip' | 'json' | 'done') => join(folder, `${id}.${kind}`)
  const exists = async (path: string) => (await stat(path).catch(() => null)) !== null
  const dropPages = async (id: string) => {
    await rm(pagesOf(id), { recursive: true, force: true })
    await rm(fileOf(id, 'done'), { force: true })
  }
  return {
    begin: async (id) => void (await mkdir(pagesOf(id), { recursive: true, mode: 0o700 })),
    hasBegun: (id) => exists(pagesOf(id)),
    done: async (id) => Number(await readFile(fileOf(id, 'done'), 'utf8').catch(() => '0')),
    noteDone: (id, done) => writeFile(fileOf(id, 'done'), `${done}`, { mode: 0o600 }),
    writePage: (id, name, bytes) => writeWhole(join(pagesOf(id), name), bytes),
    pages: (id) => readdir(pagesOf(id)),
    async pack(id, at) {
      const path = fileOf(id, 'zip')
      await pack(pagesOf(id), path, at)
      const packed = await hashOfFile(path)
      if (!packed) throw new Error(`the archive of batch ${id} is gone as soon as it was packed`)
      return packed
    },
    async receive(id, archive) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeWhole(fileOf(id, 'zip'), archive)
      return fileOf(id, 'zip')
    },
    dropPages,
    async archive(id, sha256) {
      const path = fileOf(id, 'zip')
      if (!(await exists(path))) return null
      return sha256 === null || (await hashOfFile(path))?.sha256 === sha256 ? path : null
    },
    people: (id) => readFile(fileOf(id, 'json'), 'utf8').catch(() => null),
    async ids() {
      const names = await readdir(folder).catch(() => [])
      return [...new Set(names.map((name) => name.replace(/\.(zip|json|done)(\.part)?$/, '')))]
    },
    async remove(id) {
      await dropPages(id)
      for (const kind of ['zip', 'json'] as const) {
        await rm(fileOf(id, kind), { force: true })
        await rm(`${fileOf(id, kind)}.part`, { force: true })
      }
    },
  }
}

/** Under its name only when it is whole and on disk. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.part`
  const file = await open(part, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(part, path)
}

/** Into one archive file, in the order of the names; pages are compressed already. */
async function pack(from: string, to: string, at: Date): Promise<void> {
  const part = `${to}.part`
  const file = await open(part, 'w', 0o600)
  try {
    const chunks: Uint8Array[] = []
    const zip = new Zip((error, chunk) => {
      if (error) throw error
      chunks.push(chunk)
    })
    const flush = async () => {
      for (const chunk of chunks.splice(0)) await file.write(chunk)
    }
    const names = (await readdir(from)).filter((name) => !name.endsWith('.part')).sort()
    for (const name of names) {
      const entry = new ZipPassThrough(name)
      entry.mtime = at
      zip.add(entry)
      entry.push(new Uint8Array(await readFile(join(from, name))), true)
      await flush()
    }
    zip.end()
    await flush()
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(part, to)
}
