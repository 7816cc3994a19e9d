/** The number that an update of the load carries, by which whoever sees the update knows which it is. */

const MARK = Buffer.from('§~')
const DIGITS = 10

/** What is typed to carry the number. */
export const markedText = (mark: number) => `${MARK.toString()}${String(mark).padStart(DIGITS, '0')}`

/** @returns the first number in the bytes; null when they carry none */
export function markIn(bytes: Buffer): number | null {
  const at = bytes.indexOf(MARK)
  return at < 0 ? null : Number(bytes.toString('latin1', at + MARK.length, at + MARK.length + DIGITS))
}

/** Milliseconds by the machine's clock that only goes forward: the same for every process on it. */
export const machineTime = () => Number(process.hrtime.bigint()) / 1e6
