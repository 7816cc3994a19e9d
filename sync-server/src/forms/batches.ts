/**
 * The forms of everybody on an office's list, printed in the background: the roster on paper and as a sheet, and an evaluation form for each person,
 * in one archive file.
 *
 * Always true: one batch at a time, and one relay at a batch; a form counts as done when its file is whole on disk; what was done stays done when the
 * relay stops, and the next start goes on from there; a cancelled batch prints nothing more and leaves no file.
 *
 * Of several relays the one that was asked prints. When it has not for a while, another one does, from the first form on if the pages are not in
 * its own folder.
 */
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
import * as z from 'zod/mini'
import { openBatchFolder } from './batch-folder.ts'
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
  /** Goes on with what was under way, and with what another relay left lying. */
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
  /** Runs it unless another relay is at work of the same name. */
  alone(name: string, work: () => Promise<unknown>): Promise<void>
  now(): Date
  randomBytes(count: number): Uint8Array
  failed(error: unknown, id: string): void
}

/** Milliseconds for which a finished batch can be fetched: its papers hold personal data, so they do not lie about. */
const KEPT = 7 * 24 * 3_600_000

/** Milliseconds after which a batch that was asked for at another relay is printed here: that relay has stopped. */
export const TAKEN_OVER = 15 * 60_000

export function openBatches(parts: BatchParts): Batches {
  const { store, subjects, press } = parts
  const folder = openBatchFolder(parts.folder)
  let running: Promise<void> | null = null
  let isClosed = false
  /** Asked for at this relay since it started. */
  const asked = new Set<string>()

  const print = async (form: Form, batch: KeptBatch, owners: readonly AccountId[]) =>
    press.print({
      form,
      printedOn: batch.printedOn,
      origin: batch.origin,
      pictures: await subjects.picturesFor(form, owners),
    })

  const isWanted = async (id: string) => !isClosed && (await store.byId(id))?.state === 'running'

  const printPeople = async (batch: KeptBatch): Promise<boolean> => {
    await folder.begin(batch.id)
    const begun = Math.min(batch.done, await folder.done(batch.id))
    for (let index = begun; index < batch.applications.length; index++) {
      if (!(await isWanted(batch.id))) return false
      const application = batch.applications[index]
      const subject = application ? await subjects.of(application) : null
      // Whoever left the office's list meanwhile is left out: the office may not read her any more.
      const isStill = subject !== null && groupFor('evaluation', [subject], batch.org, 'office').length > 0
      const form = isStill ? CATALOGUE.evaluation.make?.(subject) : null
      if (subject && form) {
        const name = fileNameOf(subject, index + 1, form.title)
        await folder.writePage(batch.id, name, await print(form, batch, [subject.submission.owner]))
      }
      await folder.noteDone(batch.id, index + 1)
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
    await folder.writePage(batch.id, '000-评审对象花名册.pdf', await print(form, batch, []))
    const sheet = await press.sheet(rosterTable(rosterSubjects(people), first.plan))
    await folder.writePage(batch.id, '000-评审对象花名册.xlsx', sheet)
    return people.map(({ submission }) => submission.application)
  }

  /** Those whose form lies there; a form's name begins with its place in the batch. */
  const withForm = async (batch: KeptBatch): Promise<readonly ApplicationId[]> =>
    (await folder.pages(batch.id)).flatMap((name) => batch.applications[Number.parseInt(name, 10) - 1] ?? [])

  const run = async (batch: KeptBatch) => {
    if (!(await printPeople(batch))) return
    const onRoster = await printRoster(batch)
    const people = [...new Set([...onRoster, ...(await withForm(batch))])]
    if (!(await isWanted(batch.id))) return
    await store.end(batch.id, 'ready', await folder.pack(batch.id, people, parts.now()))
    await folder.dropPages(batch.id)
  }

  const finish = async (id: string) => {
    const batch = await store.byId(id)
    if (batch?.state !== 'running') return
    try {
      await run(batch)
    } catch (error) {
      if (isClosed) return
      parts.failed(error, id)
      await store.end(id, 'failed', null)
      await folder.remove(id)
    }
  }
  const isOurs = async ({ id, askedAt }: KeptBatch) =>
    asked.has(id) || (await folder.hasBegun(id)) || parts.now().getTime() - askedAt >= TAKEN_OVER

  const goOn = async () => {
    await forget()
    // Each once: what another relay has in hand is left to it.
    const seen = new Set<string>()
    for (;;) {
      const batch = (await store.running()).find(({ id }) => !seen.has(id))
      if (!batch || isClosed) return
      seen.add(batch.id)
      if (await isOurs(batch)) await parts.alone(`batch/${batch.id}`, () => finish(batch.id))
    }
  }
  const resume = () => {
    running ??= goOn().finally(() => {
      running = null
    })
  }

  /** What was kept long enough, and what was cancelled at another relay. */
  const forget = async () => {
    for (const id of await store.askedBefore(parts.now().getTime() - KEPT)) {
      await folder.remove(id)
      await store.remove(id)
    }
    for (const id of await folder.ids()) {
      if (asked.has(id)) continue
      const state = (await store.byId(id))?.state
      if (state !== 'running' && state !== 'ready') await folder.remove(id)
    }
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
      asked.add(batch.id)
      await store.add(batch)
      resume()
      return batch
    },
    byId: (id) => store.byId(id),
    ofOrgs: (orgs) => store.ofOrgs(orgs),
    async cancel(id) {
      await store.end(id, 'cancelled', null)
      await running
      await folder.remove(id)
      resume()
    },
    async fileOf(id) {
      const batch = await store.byId(id)
      if (batch?.state !== 'ready') return null
      return folder.archive(id)
    },
    async printedIn({ id, applications }) {
      // Beside a file from before this was kept there is no list: then it is everybody who was asked for.
      const text = await folder.people(id)
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
