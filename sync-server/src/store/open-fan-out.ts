/** Opens what relays on the same tables hint over. They share the database's epoch, which no other office has: it names their channel. */
import { type FanOut, NO_FAN_OUT } from '../relay/fan-out.ts'
import { openRedisFanOut } from '../relay/redis-fan-out.ts'
import { query, type Store } from './store.ts'

const EPOCH = query<{ epoch: string }>('SELECT epoch FROM document_epoch')

/** @param address `redis://…`; null for a relay that is alone or looks by itself */
export async function openFanOut(
  address: string | null,
  store: Store,
  onTrouble: (error: Error) => void,
): Promise<FanOut> {
  if (address === null) return NO_FAN_OUT
  return openRedisFanOut(address, (await store.get(EPOCH))?.epoch ?? '', onTrouble)
}
