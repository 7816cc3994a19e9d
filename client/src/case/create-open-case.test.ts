import 'fake-indexeddb/auto'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { CaseHistory, officerAt } from '@yejibu/shared/testing/case-history'
import { MID } from '@yejibu/shared/testing/case-rows'
import { moveOf, walkTo } from '@yejibu/shared/testing/case-walk'
import { createRoot } from 'solid-js'
import { expect, it, vi } from 'vitest'
import { createApi } from '../platform/api.ts'
import { openAccountDatabase } from '../platform/database.ts'
import { createOpenCase } from './create-open-case.ts'

const BEFORE = walkTo(new CaseHistory(MID, { review: 18_000 }).submitted(), 'A-MUNI', 'stage-pending', 'HRSS_M')
const AFTER = BEFORE.fork().does(officerAt('HRSS_M'), moveOf(BEFORE, 'A-MUNI', 'pass-stage'))

function detailOf(history: CaseHistory) {
  const known = { stream: 'application/x', v: 1, prev: 'ab'.repeat(32) }
  const facts = history.facts.map((fact, i) => {
    const n = i + 1
    return { ...fact, ...known, seq: n, n, id: `fact-${n}`, hash: `${n}`.padStart(64, '0') }
  })
  return { reader: 'office', state: history.case.state.kind, stage: null, facts, names: {}, orgs: {} }
}

it('[CLIENT-404] an answer that comes late does not put a case back to where it stood before a later one', async () => {
  const application = BEFORE.case.filed?.submission.application
  if (!application) throw new Error('submitted')
  const answers: ((of: CaseHistory) => void)[] = []
  const api = createApi({
    fetch: (input) =>
      String(input).startsWith('/api/cases/')
        ? new Promise((resolve) => {
            const headers = { 'content-type': 'application/json' }
            answers.push((of) => resolve(new Response(JSON.stringify(detailOf(of)), { headers })))
          })
        : Promise.reject(new TypeError('away')),
  })
  const database = openAccountDatabase('late-answers' as AccountId)
  const { open, dispose } = createRoot((dispose) => ({
    open: createOpenCase({ api, database, application, randomBytes: () => new Uint8Array(20) }),
    dispose,
  }))
  const [early, late] = [open.refresh(), open.refresh()]
  await vi.waitFor(() => expect(answers).toHaveLength(3))
  answers[2]?.(AFTER)
  await late
  expect(open.kase()?.state.kind).toBe('stage-passed')
  answers[1]?.(BEFORE)
  await early
  expect(open.kase()?.state.kind).toBe('stage-passed')
  dispose()
  database.close()
})
