/** The code on a printed form: where the ledger stood, as a short text and as the address that anybody can look it up under. */
import type { Checkpoint } from '@yejibu/shared/forms/form'
import { encode } from 'uqr'

/** Hexadecimal digits of the hash on paper: enough that nobody finds another one, few enough for a small code. */
const DIGITS = 32

export function checkCode({ seq, hash }: Checkpoint): string {
  return `${seq}-${hash.slice(0, DIGITS)}`
}

/** @returns null for anything but a code */
export function readCheckCode(text: string): { readonly seq: number; readonly hashStart: string } | null {
  const parts = /^([1-9]\d{0,14})-([0-9a-f]{32})$/.exec(text)
  return parts?.[1] && parts[2] ? { seq: Number(parts[1]), hashStart: parts[2] } : null
}

export interface Bar {
  readonly x: number
  readonly y: number
  readonly length: number
}

/** The dark cells of a QR code, each row's neighbours joined. */
export interface QrBars {
  /** Cells in a row. */
  readonly size: number
  readonly bars: readonly Bar[]
}

export function qrBars(text: string): QrBars {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const bars: Bar[] = []
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      if (!row[x] || (x > 0 && row[x - 1])) continue
      let length = 1
      while (x + length < size && row[x + length]) length++
      bars.push({ x, y, length })
    }
  })
  return { size, bars }
}
