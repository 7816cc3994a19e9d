/**
 * The forms of everybody on an office's list, printed in the background: the roster on paper and as a sheet, and an evaluation form for each person,
 * in one archive file.
 *
 * Always true: one batch at a time; a form counts as done when its file is whole on disk; what was done stays done when the relay stops, and
 * the next start goes on from there; a cancelled batch prints nothing more and leaves no file.
 */
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { CATALOGUE } from '@yejibu/shared/forms/catalogue'
import type { Form } from '@yejibu/shared/forms/form'
import { fileNameOf, groupFor, groupForm, rosterSubjects } from '@yejibu/shared/forms/group-forms'
import { rosterTable } from '@yejibu/shared/forms/roster-form'
import type { Subject } from '@yejibu/shared/forms/subject'
import {
  type AccountId,
  type ApplicationId,
  applicationIdSchema,
  idFrom,
  type OrgId,
  type PlanId,
} from '@yejibu/shared/kernel/ids'
import { dayInShanghai } from '@yejibu/shared/kernel/working-days'
import { Zip, ZipPassThrough } from 'fflate'
import * as z from 'zod/mini'
import type { BatchStore, KeptBatch } from './batch-store.ts'
import type { FormSubjects } from './form-subjects.ts'
import type { PdfPress } from './pdf-press.ts'

export interface Batches {
  /** Null when there is nobody to print for. */
  ask(asked: {
    readonly plan: PlanId
    readonly org: OrgId
    readonly account: AccountId
    readonly origin: string
  }): Promise<KeptBatch | null>
  byId(id: string): Promise<KeptBatch | null>
  ofOrgs(orgs: readonly OrgId[]): Promise<readonly KeptBatch[]>
  cancel(id: string): Promise<void>
  /** The finished file, or null. */
  fileOf(id: string): Promise<string | null>
  /** Whom the finished file says something about. */
  printedIn(batch: KeptBatch): Promise<readonly ApplicationId[]>
  /** Goes on with what was under way. */
  resume(): void
  /** When nothing is under way any more. */
  settled(): Promise<void>
  close(): Promise<void>
}

export interface BatchParts {
  readonly store: BatchStore
  readonly subjects: FormSubjects
  readonly press: PdfPress
  readonly folder: string
  now(): Date
  randomBytes(count: number): Uint8Array
  failed(error: unknown, id: string): void
}

/** Milliseconds for which a finished batch can be fetched: its papers hold personal data, so they do not lie about. */
const KEPT = 7 * 24 * 3_600_000

export function openBatches(parts: BatchParts): Batches {
  const { store, subjects, press, folder } = parts
  let running: Promise<void> | null = null
  let isClosed = false
  const pagesOf = (id: string) => join(folder, id)
  const archiveOf = (id: string) => join(folder, `${id}.zip`)
  const peopleOf = (id: string) => join(folder, `${id}.json`)

  const print = async (form: Form, batch: KeptBatch, owners: readonly AccountId[]) =>
    press.print({
      form,
      printedOn: batch.printedOn,
      origin: batch.origin,
      pictures: await subjects.picturesFor(form, owners),
    })

  const isWanted = async (id: string) => !isClosed && (await store.byId(id))?.state === 'running'

  const printPeople = async (batch: KeptBatch): Promise<boolean> => {
    await mkdir(pagesOf(batch.id), { recursive: true, mode: 0o700 })
    for (let index = batch.done; index < batch.applications.length; index++) {
      if (!(await isWanted(batch.id))) return false
      const application = batch.applications[index]
      const subject = application ? await subjects.of(application) : null
      // Whoever left the office's list meanwhile is left out: the office may not read her any more.
      const isStill = subject !== null && groupFor('evaluation', [subject], batch.org, 'office').length > 0
      const form = isStill ? CATALOGUE.evaluation.make?.(subject) : null
      if (subject && form) {
        const name = fileNameOf(subject, index + 1, form.title)
        await writeWhole(join(pagesOf(batch.id), name), await print(form, batch, [subject.submission.owner]))
      }
      await store.progress(batch.id, index + 1)
    }
    return true
  }

  /** @returns who is on it */
  const printRoster = async (batch: KeptBatch): Promise<readonly ApplicationId[]> => {
    const all: Subject[] = []
    for (const application of batch.applications) {
      const subject = await subjects.of(application)
      if (subject) all.push(subject)
    }
    const people = groupFor('roster', all, batch.org, 'office')
    const form = groupForm('roster', people, { name: '' })
    const [first] = people
    if (!form || !first) return []
    await writeWhole(join(pagesOf(batch.id), '000-评审对象花名册.pdf'), await print(form, batch, []))
    const sheet = await press.sheet(rosterTable(rosterSubjects(people), first.plan))
    await writeWhole(join(pagesOf(batch.id), '000-评审对象花名册.xlsx'), sheet)
    return people.map(({ submission }) => submission.application)
  }

  /** Those whose form lies there; a form's name begins with its place in the batch. */
  const withForm = async (batch: KeptBatch): Promise<readonly ApplicationId[]> =>
    (await readdir(pagesOf(batch.id))).flatMap((name) => batch.applications[Number.parseInt(name, 10) - 1] ?? [])

  const run = async (batch: KeptBatch) => {
    if (!(await printPeople(batch))) return
    const onRoster = await printRoster(batch)
    const people = [...new Set([...onRoster, ...(await withForm(batch))])]
    await writeWhole(peopleOf(batch.id), new TextEncoder().encode(JSON.stringify(people)))
    if (!(await isWanted(batch.id))) return
    await pack(pagesOf(batch.id), archiveOf(batch.id), parts.now())
    const { size } = await stat(archiveOf(batch.id))
    await store.end(batch.id, 'ready', size)
    await rm(pagesOf(batch.id), { recursive: true, force: true })
  }

  const goOn = async () => {
    for (let batch = await store.nextRunning(); batch && !isClosed; batch = await store.nextRunning()) {
      try {
        await run(batch)
      } catch (error) {
        if (isClosed) return
        parts.failed(error, batch.id)
        await store.end(batch.id, 'failed', null)
        await remove(batch.id)
      }
    }
  }
  const resume = () => {
    running ??= goOn().finally(() => {
      running = null
    })
  }

  const forget = async () => {
    for (const id of await store.askedBefore(parts.now().getTime() - KEPT)) {
      await remove(id)
      await store.remove(id)
    }
  }
  const remove = async (id: string) => {
    await rm(pagesOf(id), { recursive: true, force: true })
    await rm(archiveOf(id), { force: true })
    await rm(peopleOf(id), { force: true })
  }

  return {
    async ask({ plan, org, account, origin }) {
      await forget()
      const people = groupFor('evaluation', await subjects.underPlan(plan, org), org, 'office')
      if (people.length === 0) return null
      const batch: KeptBatch = {
        id: idFrom(parts.randomBytes(20)),
        account,
        org,
        plan,
        origin,
        printedOn: dayInShanghai(parts.now()),
        applications: people.map(({ submission }) => submission.application),
        state: 'running',
        done: 0,
        bytes: null,
        askedAt: parts.now().getTime(),
      }
      await store.add(batch)
      resume()
      return batch
    },
    byId: (id) => store.byId(id),
    ofOrgs: (orgs) => store.ofOrgs(orgs),
    async cancel(id) {
      await store.end(id, 'cancelled', null)
      await running
      await remove(id)
      resume()
    },
    async fileOf(id) {
      const batch = await store.byId(id)
      if (batch?.state !== 'ready') return null
      const path = archiveOf(id)
      return (await stat(path).catch(() => null)) === null ? null : path
    },
    async printedIn({ id, applications }) {
      // Beside a file from before this was kept there is no list: then it is everybody who was asked for.
      const text = await readFile(peopleOf(id), 'utf8').catch(() => null)
      return text === null ? applications : z.array(applicationIdSchema).parse(JSON.parse(text))
    },
    resume,
    settled: async () => {
      while (running) await running
    },
    async close() {
      isClosed = true
      await running
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
