/**
 * A broadcast is put into WebSocket framing once (RFC 6455 §5.2: final, binary, unmasked, as servers send) and written to every member's
 * stream as it is; `ws` would frame it again for each. Safe because no compression is negotiated, so `ws` itself writes every frame
 * at once and keeps no queue that could be overtaken.
 */
const FINAL_BINARY = 0x82

/** One after the other, in one piece. */
export function framed(messages: readonly Uint8Array[]): Buffer {
  let size = 0
  for (const message of messages) size += headerSize(message.length) + message.length
  const bytes = Buffer.allocUnsafe(size)
  let at = 0
  for (const message of messages) {
    at = writeHeader(bytes, at, message.length)
    bytes.set(message, at)
    at += message.length
  }
  return bytes
}

function headerSize(length: number): number {
  return length < 126 ? 2 : length < 65_536 ? 4 : 10
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
