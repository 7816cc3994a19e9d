/**
 * Asking the employer to review an entry, and taking it back. A command goes to the outbox and from there to the relay, now or
 * when it is reachable again; nothing here decides, the standing changes when the relay's fact arrives.
 */
import type { Item } from '@yejibu/shared/archive/item'
import { type Digest, revisionOf } from '@yejibu/shared/archive/revision'
import type { AccountId, ItemId } from '@yejibu/shared/kernel/ids'
import type { OutboxEntry } from '../platform/database.ts'
import type { Outbox } from '../platform/outbox.ts'

export interface Sending {
  /** The last command about this entry that the relay has not answered yet. */
  underWay(item: ItemId): OutboxEntry | undefined
  /** The command about this entry that the relay said no to, until it is dismissed. */
  refused(item: ItemId): OutboxEntry | undefined
  /** @returns false when the entry has no revision because its salt is lost. @throws when the browser's store refuses */
  send(item: Item): Promise<boolean>
  withdraw(item: ItemId, digest: Digest): Promise<void>
  dismiss(entry: OutboxEntry): Promise<void>
  retry(entry: OutboxEntry): Promise<void>
}

export function createSending(outbox: Outbox, archive: AccountId): Sending {
  const about = (item: ItemId, state: OutboxEntry['state']) =>
    outbox.entries().findLast((entry) => entry.subject === `${archive}/${item}` && entry.state === state)
  return {
    underWay: (item) => about(item, 'waiting'),
    refused: (item) => about(item, 'refused'),
    async send(item) {
      const revision = revisionOf(item, archive)
      if (revision === null) return false
      const { digest, salt, content } = revision
      await outbox.add('send-revision', {
        expected: null,
        archive,
        item: item.id,
        revision: {
          digest,
          salt,
          content: { ...content, fields: { ...content.fields }, evidence: content.evidence.map((one) => ({ ...one })) },
        },
      })
      return true
    },
    async withdraw(item, digest) {
      await outbox.add('withdraw-revision', { expected: null, archive, item, digest })
    },
    dismiss: (entry) => outbox.dismiss(entry.id),
    retry: (entry) => outbox.retry(entry.id),
  }
}
