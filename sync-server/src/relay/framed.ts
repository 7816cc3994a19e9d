/**
 * Messages are put into WebSocket framing here (RFC 6455 §5.2: final, binary, unmasked, as servers send), once for all members of a room, and
 * written to each stream in one piece; `ws` would frame each for each. Safe because no compression is negotiated, so `ws` itself writes
 * every frame at once and keeps no queue that could be overtaken.
 */
const FINAL_BINARY = 0x82

/** One after the other, in one piece. */
export function framed(messages: readonly Uint8Array[]): Buffer {
  let size = 0
  for (const message of messages) size += framedSize(message)
  const bytes = Buffer.allocUnsafe(size)
  let at = 0
  for (const message of messages) at = write(bytes, at, message)
  return bytes
}

/** What a room's members hear of one commit: all of it, or all but one's own. */
export interface Broadcast<Sender> {
  readonly all: Buffer
  /** @param last a message for this sender alone, after the others' */
  without(sender: Sender, last: Uint8Array | null): Buffer
}

export function broadcastOf<Sender>(
  news: readonly { readonly frame: Uint8Array; readonly sender: Sender }[],
): Broadcast<Sender> {
  const all = framed(news.map(({ frame }) => frame))
  return {
    all,
    without: (sender, last) => {
      let size = last ? framedSize(last) : 0
      for (const { frame, sender: by } of news) if (by !== sender) size += framedSize(frame)
      const bytes = Buffer.allocUnsafe(size)
      let at = 0
      // What lies between two of the sender's own is copied at once.
      let from = 0
      let to = 0
      for (const { frame, sender: by } of news) {
        if (by === sender) {
          at += all.copy(bytes, at, from, to)
          from = to + framedSize(frame)
        }
        to += framedSize(frame)
      }
      at += all.copy(bytes, at, from, to)
      if (last) write(bytes, at, last)
      return bytes
    },
  }
}

function framedSize({ length }: Uint8Array): number {
  return length + (length < 126 ? 2 : length < 65_536 ? 4 : 10)
}

/** @returns where the next one begins */
function write(bytes: Buffer, at: number, message: Uint8Array): number {
  const begin = writeHeader(bytes, at, message.length)
  bytes.set(message, begin)
  return begin + message.length
}

/** @returns where the message begins */
function writeHeader(bytes: Buffer, at: number, length: number): number {
  bytes[at] = FINAL_BINARY
  if (length < 126) {
    bytes[at + 1] = length
    return at + 2
  }
  if (length < 65_536) {
    bytes[at + 1] = 126
    return bytes.writeUInt16BE(length, at + 2)
  }
  bytes[at + 1] = 127
  bytes.writeUInt32BE(0, at + 2)
  return bytes.writeUInt32BE(length, at + 6)
}
