import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { bagCover } from '@yejibu/shared/forms/cover-and-history'
import type { Form } from '@yejibu/shared/forms/form'
import { subjectOf } from '@yejibu/shared/testing/form-subject'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { jpegHead, png } from '../testing/png.ts'
import { type PdfPress, threadPress } from './pdf-press.ts'
import { isPrintable } from './printable-picture.ts'

let press: PdfPress
beforeEach(() => {
  press = threadPress('nowhere')
})
afterEach(() => press.close())

/** A short form that is signed. */
const made = bagCover(subjectOf({}))
const signature = { sha256: 'a'.repeat(64), type: 'image/png', widthMm: 40, heightMm: 16 }
const form: Form = { ...made, blocks: [...made.blocks, { kind: 'picture', picture: signature, align: 'right' }] }

/** The form with these bytes as the signature. */
async function printed(bytes: Uint8Array | null): Promise<string> {
  const pictures = new Map(bytes ? [[signature.sha256, bytes]] : [])
  const made = await press.print({ form, printedOn: '2022-09-05', origin: null, pictures })
  return createHash('sha256').update(made).digest('hex')
}

const HOLLOW = new Uint8Array(deflateSync(Buffer.alloc(64 * 1024 * 1024), { level: 9 }))
const BOMBS: readonly (readonly [what: string, bytes: Uint8Array])[] = [
  ['a PNG of 3.6 billion pixels in a few bytes', png({ width: 60_000, height: 60_000, pixels: deflateSync('') })],
  ['a PNG that unpacks to a thousand times its header', png({ width: 200, height: 100, pixels: HOLLOW })],
  ['a PNG whose pixels are no packed bytes', png({ width: 200, height: 100, pixels: Buffer.from('not packed') })],
  [
    'a PNG whose rows are filtered in a way there is not',
    png({ width: 9, height: 1, pixels: deflateSync(Buffer.alloc(37, 9)) }),
  ],
  ['a PNG with a row too little', png({ width: 9, height: 2, pixels: deflateSync(Buffer.alloc(37)) })],
  ['a PNG without pixels', png({ width: 0, height: 100, pixels: deflateSync('') })],
  ['a PNG that ends in its header', png({ width: 200, height: 100 }).slice(0, 30)],
  ['a JPEG of 4 billion pixels', jpegHead(65_535, 65_535)],
  ['a JPEG without a frame', new Uint8Array([0xff, 0xd8, 0xff, 0xd9])],
]

test('[RELAY-317] a picture that cannot be unpacked, or not within bounds, is left out of the form; the thread prints on for everybody', async () => {
  const bare = await printed(null)
  const good = png({ width: 300, height: 150 })
  expect(isPrintable(good)).toBe(true)
  const signed = await printed(good)
  expect(signed).not.toBe(bare)
  for (const [what, bytes] of BOMBS) expect(await printed(bytes), what).toBe(bare)
  expect(await printed(good)).toBe(signed)
})
