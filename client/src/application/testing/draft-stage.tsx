/**
 * A draft on a page for tests: a real document, the facts of an archive that is ready to apply, and a real outbox whose relay answers
 * as the test says.
 */
import 'fake-indexeddb/auto'
import type { ApplicationForm } from '@yejibu/shared/application/application-doc'
import type { AccountId, ApplicationId, OrgId } from '@yejibu/shared/kernel/ids'
import { ASKS, type Plan } from '@yejibu/shared/plan/plan'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import { type ReadyArchive, readyArchive } from '@yejibu/shared/testing/ready-archive'
import { createRoot, createSignal } from 'solid-js'
import { onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { createApi } from '../../platform/api.ts'
import { type AccountDatabase, openAccountDatabase } from '../../platform/database.ts'
import { createEvidenceStore } from '../../platform/evidence-store.ts'
import { createOutbox, type Outbox } from '../../platform/outbox.ts'
import { createStorageHealth } from '../../platform/storage-health.ts'
import { createDraft, type Draft } from '../create-draft.ts'
import { createSubmitting } from '../create-submitting.ts'
import type { DraftFormProps } from '../draft-form.tsx'
import { createFiledFiles } from '../filed-files.ts'
import { startDraft } from '../start-draft.ts'
import type { Step } from '../steps/step.ts'

export const WINDOW = { open: '2022-09-01T08:30:00+08:00', close: '2022-10-31T17:30:00+08:00' }
export const PLAN: Plan = shaoxingEcology2022Mid(WINDOW)
/** The same, insisting on everything beside the archive. */
export const ASKING: Plan = shaoxingEcology2022Mid({ ...WINDOW, asks: ASKS })
export const NOW = new Date('2022-09-15T02:00:00Z')
const STARTED = new Date('2022-09-10T02:00:00Z')
export const APPLICATION = 'xumingchuan.aaaaaaaa' as ApplicationId
export const FORM: ApplicationForm = {
  type: 'normal',
  ticks: [],
  category: 'monitoring',
  acceptancePoint: 'yuecheng',
  statement: '任现职以来，主要从事地表水自动监测。',
}

export interface DraftStage {
  readonly ready: ReadyArchive
  readonly draft: Draft
  readonly outbox: Outbox
  readonly database: AccountDatabase
  readonly props: DraftFormProps
  readonly goTo: (step: Step | null) => void
}

let accounts = 0

/** @param change what to do to the archive's history before the draft is begun */
export function draftStage(
  change: (ready: ReadyArchive) => void = () => undefined,
  relay: () => Promise<Response> = () => Promise.reject(new TypeError('away')),
  plan: Plan = PLAN,
): DraftStage {
  return createRoot((dispose) => {
    accounts += 1
    const ready = readyArchive()
    change(ready)
    const review = ready.history.review()
    const doc = new Y.Doc()
    startDraft(doc, plan, review, STARTED)
    const draft = createDraft(doc)
    const database = openAccountDatabase(`xumingchuan-draft-${accounts}` as AccountId)
    const api = createApi({ fetch: relay })
    const outbox = createOutbox({ database, api, random: () => 0 })
    const store = createEvidenceStore({ database, api, storage: createStorageHealth(undefined), random: () => 0 })
    const owner = ready.history.owner
    const files = createFiledFiles(
      store,
      owner,
      () => plan,
      () => draft.value().filing,
    )
    const [step, goTo] = createSignal<Step | null>('info')
    onTestFinished(() => {
      outbox.dispose()
      store.dispose()
      dispose()
    })
    const props: DraftFormProps = {
      application: APPLICATION,
      owner,
      get step() {
        return step()
      },
      draft,
      plan,
      latest: plan,
      review,
      archive: { items: [], digest: () => null },
      store,
      get files() {
        return files()
      },
      employer: { id: 'yuezhou' as OrgId, name: '绍兴市越州生态环境监测中心' },
      other: null,
      bans: [],
      now: NOW,
      submitting: createSubmitting(outbox, APPLICATION),
      isReadOnly: false,
      saved: null,
    }
    return { ready, draft, outbox, database, props, goTo }
  })
}

export function fill(draft: Draft, form: ApplicationForm = FORM): void {
  draft.setField('type', form.type)
  draft.setField('category', form.category)
  draft.setField('acceptancePoint', form.acceptancePoint)
  draft.setStatement(form.statement)
}
