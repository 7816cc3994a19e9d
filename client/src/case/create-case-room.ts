/** What every page of one case needs at a desk: the case itself, its lines with the one before the eyes (kept in the address), its files, and the plans' clock. */

import { useSearchParams } from '@solidjs/router'
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import type { Accessor } from 'solid-js'
import { createPlans, type Plans } from '../plan/create-plans.ts'
import { twentyBytes } from '../platform/new-id.ts'
import { useWorkplace } from '../sync/workplace-context.ts'
import { createCaseFiles } from './case-files.ts'
import { createLineRoom, type LineRoom } from './create-line-room.ts'
import { createOpenCase, type OpenCase } from './create-open-case.ts'

export interface CaseRoom {
  readonly open: OpenCase
  readonly room: LineRoom
  readonly files: ReturnType<typeof createCaseFiles>
  readonly plans: Plans
  /** The applicant's, once the case is here. */
  readonly name: Accessor<string | undefined>
}

/** Called inside a component. */
export function createCaseRoom(application: ApplicationId): CaseRoom {
  const { api, database } = useWorkplace()
  const [query, setQuery] = useSearchParams()
  const open = createOpenCase({
    api,
    database,
    application,
    randomBytes: twentyBytes,
  })
  const room = createLineRoom({
    open,
    chosen: () => (typeof query.line === 'string' ? query.line : null),
    onChoose: (line) => setQuery({ line }, { replace: true, scroll: false }),
  })
  return {
    open,
    room,
    files: createCaseFiles(api, application),
    plans: createPlans({ api, database }),
    name: () => room.submission()?.profile.content.fields.fullName ?? undefined,
  }
}
