/** A relay for tests: a real HTTP server on a free port, people who sign in by name, rights that a test can change. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { NamedDocument, Right } from '@yejibu/shared/account/access'
import { documentName, ownerOf } from '@yejibu/shared/account/access'
import { accountIdSchema } from '@yejibu/shared/kernel/ids'
import { CLOSE } from '@yejibu/shared/wire/close-reason'
import { attachSync, type Sync, type SyncParts } from '../attach-sync.ts'
import type { Admission } from '../gate.ts'
import type { UpdateLog } from '../update-log.ts'

export interface TestRelay {
  readonly url: string
  readonly port: number
  readonly server: Server
  readonly sync: Sync
  readonly log: UpdateLog
  /** What the relay complained about. */
  readonly complaints: string[]
  close(): Promise<void>
}

/** The owner writes; whoever `readers` names reads. `?token=` is the account id. */
export function ownersWrite(readers: readonly string[] = []): Admission & {
  readonly rights: Map<string, Right>
} {
  const rights = new Map<string, Right>()
  const rightOf = (accountId: string, document: NamedDocument): Right =>
    rights.get(`${accountId} ${documentName(document)}`) ??
    (accountId === ownerOf(document) ? 'write' : readers.includes(accountId) ? 'read' : 'none')
  return {
    rights,
    admit: async (request) => {
      const token = new URL(request.url ?? '/', 'http://relay').searchParams.get('token')
      const account = accountIdSchema.safeParse(token)
      if (!account.success) return { closeCode: CLOSE.notSignedIn }
      return { actor: { accountId: account.data, memberships: [] }, expiresAt: Date.now() + 3_600_000 }
    },
    rightOf: async (actor, document) => rightOf(actor.accountId, document),
  }
}

export async function startRelay(log: UpdateLog, parts: Partial<SyncParts> = {}): Promise<TestRelay> {
  const server = createServer()
  const complaints: string[] = []
  const sync = attachSync(server, {
    log,
    admission: ownersWrite(),
    allowsOrigin: (origin) => origin === 'https://office.example',
    now: () => Date.now(),
    journal: { warn: (_details, message) => complaints.push(message) },
    ...parts,
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `ws://127.0.0.1:${port}/sync`,
    port,
    server,
    sync,
    log,
    complaints,
    close: async () => {
      await sync.close()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
