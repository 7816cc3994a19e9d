/**
 * The text of a file whose encoding nobody told: programs under Chinese Windows write GBK, others UTF-8 or UTF-16, with a byte order
 * mark or without. UTF-8 is recognised by its form, which other encodings hardly ever have by chance.
 */
export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GBK'

export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  const encoding = encodingOf(bytes)
  // GB18030 holds all of GBK. The decoder takes a byte order mark away by itself.
  const label = encoding === 'GBK' ? 'gb18030' : encoding.toLowerCase()
  return { text: new TextDecoder(label).decode(bytes), encoding }
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'UTF-16LE'
  if (first === 0xfe && second === 0xff) return 'UTF-16BE'
  const wide = zeroSide(bytes)
  if (wide !== null) return wide
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'UTF-8'
  } catch {
    return 'GBK'
  }
}

/** Tags and line ends are ASCII: in UTF-16 every second byte of them is zero, always on the same side. */
function zeroSide(bytes: Uint8Array): Encoding | null {
  const zeros = [0, 0]
  const length = Math.min(bytes.length, 4_096)
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const most = Math.max(even, odd)
  if (most < length / 20 || most < 4 * Math.min(even, odd) || bytes.length % 2 !== 0) return null
  return odd > even ? 'UTF-16LE' : 'UTF-16BE'
}
