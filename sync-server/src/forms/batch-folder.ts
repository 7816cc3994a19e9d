/**
 * Where the papers of batches lie: each page while it is printed, the finished archive and whom it is about. A folder may be one relay's own or shared.
 *
 * Always true: a file stands under its name only when it is whole and on disk; how many people are done is noted after their pages.
 */
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Zip, ZipPassThrough } from 'fflate'

export interface BatchFolder {
  /** From here on the batch is this folder's. */
  begin(id: string): Promise<void>
  hasBegun(id: string): Promise<boolean>
  /** How many people's pages are here. */
  done(id: string): Promise<number>
  noteDone(id: string, done: number): Promise<void>
  writePage(id: string, name: string, bytes: Uint8Array): Promise<void>
  pages(id: string): Promise<readonly string[]>
  /** @returns the archive's bytes */
  pack(id: string, people: readonly string[], at: Date): Promise<number>
  /** The pages, once they are in the archive. */
  dropPages(id: string): Promise<void>
  /** The finished archive, or null. */
  archive(id: string): Promise<string | null>
  /** As it was given to `pack`; null beside an archive from before it was kept. */
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
    async pack(id, people, at) {
      await writeWhole(fileOf(id, 'json'), new TextEncoder().encode(JSON.stringify(people)))
      await pack(pagesOf(id), fileOf(id, 'zip'), at)
      return (await stat(fileOf(id, 'zip'))).size
    },
    dropPages,
    archive: async (id) => ((await exists(fileOf(id, 'zip'))) ? fileOf(id, 'zip') : null),
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
