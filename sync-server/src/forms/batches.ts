/**
 * The forms of everybody on an office's list, printed in the background: the roster on paper and as a sheet, and an evaluation form for each person,
 * in one archive file.
 *
 * Always true: one batch at a time, and one relay at a batch; a form counts as done when its file is whole on disk; what was done stays done when the
 * relay stops, and the next start goes on from there; a cancelled batch prints nothing more and leaves no file.
 *
 * Of several relays the one that was asked prints. When it has not for a while, another one does, from the first form on if the pages are not in
 * its own folder. Where the finished file is found then: `batch-archives.ts`.
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
import { type Result, refuse } from '@yejibu/shared/kernel/result'
import { dayInShanghai } from '@yejibu/shared/kernel/working-days'
import type { ArchiveRefusal } from '@yejibu/shared/wire/forms'
import * as z from 'zod/mini'
import { openBatchArchives } from './batch-archives.ts'
import { openBatchFolder } from './batch-folder.ts'
import type { BatchStore, KeptBatch } from './batch-store.ts'
import type { FormSubjects } from './form-subjects.ts'
import type { PdfPress } from './pdf-press.ts'
import type { SharedArchives } from './shared-archives.ts'

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
  /** Also one that is finished: its file is removed. */
  cancel(id: string): Promise<void>
  /** The path of the finished file. */
  fileOf(id: string): Promise<Result<string, ArchiveRefusal | { readonly kind: 'not-found' }>>
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
  /** Where finished archives lie for all relays; null where there is no such place. */
  readonly shared: SharedArchives | null
  /** Runs it unless another relay is at work of the same name. */
  alone(name: string, work: () => Promise<unknown>): Promise<void>
  now(): Date
  randomBytes(count: number): Uint8Array
  /** @param id null when it was not about one of them */
  failed(error: unknown, id: string | null): void
  /** The shared store would not take, give or remove the archive of a batch. */
  refusedBy(error: unknown, id: string): void
}

/** Milliseconds for which a finished batch can be fetched: its papers hold personal data, so they do not lie about. */
const KEPT = 7 * 24 * 3_600_000

/** Milliseconds after which a batch that was asked for at another relay is printed here: that relay has stopped. */
export const TAKEN_OVER = 15 * 60_000

export function openBatches(parts: BatchParts): Batches {
  const { store, subjects, press, alone } = parts
  const folder = openBatchFolder(parts.folder)
  const archives = openBatchArchives({ ...parts, folder, isInHand: (id) => id === inHand })
  /** What each round does, while it does it. */
  const underWay = new Map<() => Promise<void>, Promise<void>>()
  let isClosed = false
  /** Whose pages are under way here. */
  let inHand: string | null = null
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
    const packed = await folder.pack(batch.id, new Date(`${batch.printedOn}T00:00:00+08:00`))
    await archives.share(batch.id, packed.sha256)
    if (await store.finish(batch.id, { ...packed, people })) await folder.dropPages(batch.id)
    // Another relay has finished it meanwhile, and what it had brought is replaced by ours.
    else if ((await store.byId(batch.id))?.state === 'ready') await store.noteShared(batch.id, 'sending')
  }

  const finish = async (id: string) => {
    const batch = await store.byId(id)
    if (batch?.state !== 'running') return
    inHand = id
    try {
      await run(batch)
    } catch (error) {
      if (isClosed) return
      parts.failed(error, id)
      await store.fail(id)
    } finally {
      inHand = null
    }
    const left = (await store.byId(id))?.state
    if (left === 'running' || left === 'ready') return
    await folder.remove(id)
    await archives.withdraw(id)
  }
  const isOurs = async ({ id, askedAt }: KeptBatch) =>
    asked.has(id) || (await folder.hasBegun(id)) || parts.now().getTime() - askedAt >= TAKEN_OVER

  const goOn = async () => {
    // Each once: what another relay has in hand is left to it.
    const seen = new Set<string>()
    for (;;) {
      const batch = (await store.running()).find(({ id }) => !seen.has(id))
      if (!batch || isClosed) return
      seen.add(batch.id)
      if (await isOurs(batch)) await alone(`batch/${batch.id}`, () => finish(batch.id))
    }
  }
  /** Beside the printing, which may take minutes. */
  const tidy = async () => {
    await forget()
    await archives.tidy(await over())
  }
  const resume = () => {
    for (const round of [goOn, tidy]) {
      if (isClosed || underWay.has(round)) continue
      const going = round()
        .catch((error) => {
          if (!isClosed) parts.failed(error, null)
        })
        .finally(() => underWay.delete(round))
      underWay.set(round, going)
    }
  }
  const settled = async () => {
    while (underWay.size > 0) await Promise.all(underWay.values())
  }

  const over = () => store.askedBefore(parts.now().getTime() - KEPT)
  const kept = async (id: string) => {
    const batch = await store.byId(id)
    return batch && isKept(batch) ? batch : null
  }
  const isKept = ({ state, askedAt }: KeptBatch) => state === 'running' || parts.now().getTime() - askedAt <= KEPT

  /** Here: what was kept long enough, and what was cancelled or finished at another relay. */
  const forget = async () => {
    for (const { id, shared } of await over()) {
      await folder.remove(id)
      // The others' rows say what may still lie in the shared store.
      if (shared === 'no') await store.remove(id)
    }
    for (const id of await folder.ids()) {
      if (id === inHand) continue
      const state = (await store.byId(id))?.state
      if (state === 'ready') await folder.dropPages(id)
      else if (state !== 'running') await folder.remove(id)
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
        sha256: null,
        people: null,
        shared: 'no',
        askedAt: parts.now().getTime(),
      }
      asked.add(batch.id)
      await store.add(batch)
      resume()
      return batch
    },
    byId: kept,
    ofOrgs: async (orgs) => (await store.ofOrgs(orgs)).filter(isKept),
    async cancel(id) {
      await store.cancel(id)
      // Who has it in hand removes it by himself.
      if (id !== inHand) await folder.remove(id)
      resume()
    },
    async fileOf(id) {
      const batch = await kept(id)
      return batch?.state === 'ready' ? archives.fetched(batch) : refuse({ kind: 'not-found' })
    },
    async printedIn({ id, applications, people }) {
      if (people !== null) return people
      // Beside a file from before this was kept there is no list: then it is everybody who was asked for.
      const text = await folder.people(id)
      return text === null ? applications : z.array(applicationIdSchema).parse(JSON.parse(text))
    },
    resume,
    settled,
    async close() {
      isClosed = true
      archives.stop()
      await settled()
    },
  }
}
