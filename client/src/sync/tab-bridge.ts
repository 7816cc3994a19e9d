/**
 * Carries one document's edits between this person's tabs, with or without a relay. Only the document: each tab has its own
 * socket and announces its own presence there.
 */
import * as Y from 'yjs'
import * as z from 'zod/mini'

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

const messageSchema = z.discriminatedUnion('kind', [
  /** "I hold this much; send me the rest, and if you ask back, I send you mine." */
  z.object({ kind: z.literal('hello'), stateVector: bytes, asksBack: z.boolean() }),
  z.object({ kind: z.literal('update'), update: bytes }),
])
type Message = z.output<typeof messageSchema>

export interface TabBridge {
  /** The origin of edits that came from another tab. */
  readonly origin: object
  dispose(): void
}

/** @param isOurs true for the origins of edits made in this tab: only these are carried over. */
export function openTabBridge(doc: Y.Doc, channelName: string, isOurs: (origin: unknown) => boolean): TabBridge {
  const origin = { bridge: channelName }
  if (typeof BroadcastChannel === 'undefined') return { origin, dispose: () => undefined }
  const channel = new BroadcastChannel(channelName)
  const post = (message: Message): void => channel.postMessage(message)
  channel.onmessage = (event: MessageEvent<unknown>) => {
    const message = messageSchema.safeParse(event.data)
    if (!message.success) return
    if (message.data.kind === 'update') {
      Y.applyUpdate(doc, message.data.update, origin)
      return
    }
    post({ kind: 'update', update: Y.encodeStateAsUpdate(doc, message.data.stateVector) })
    if (message.data.asksBack) post({ kind: 'hello', stateVector: Y.encodeStateVector(doc), asksBack: false })
  }
  const onUpdate = (update: Uint8Array, from: unknown): void => {
    if (from !== origin && isOurs(from)) post({ kind: 'update', update })
  }
  doc.on('update', onUpdate)
  post({ kind: 'hello', stateVector: Y.encodeStateVector(doc), asksBack: true })
  return {
    origin,
    dispose() {
      doc.off('update', onUpdate)
      channel.close()
    },
  }
}
