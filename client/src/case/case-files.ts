/** The files that a submission names, read as a reader of the case: from the relay, which notes who looked. Nothing of them stays in this browser. */

import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import { ok } from '@yejibu/shared/kernel/result'
import type { Api } from '../platform/api.ts'
import type { EvidenceStore } from '../platform/evidence-store.ts'

/** A file looked at again on the same page is not asked for again. */
export function createCaseFiles(api: Pick<Api, 'bytes'>, application: ApplicationId): Pick<EvidenceStore, 'get'> {
  const seen = new Map<string, { readonly blob: Blob; readonly type: string }>()
  return {
    async get(_holder, sha256) {
      const held = seen.get(sha256)
      if (held) return ok(held)
      const answer = await api.bytes(
        `/api/cases/${encodeURIComponent(application)}/files/${encodeURIComponent(sha256)}`,
      )
      if (!answer.ok) return answer
      const { bytes, type } = answer.value
      const file = { blob: new Blob([bytes], { type }), type }
      seen.set(sha256, file)
      return ok(file)
    },
  }
}
