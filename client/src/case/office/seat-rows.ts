/** The seats of a plan while the office puts them together: one more among them, and employers taken out. */
import type { OrgId } from '@yejibu/shared/kernel/ids'
import type { OfficeSettings } from '@yejibu/shared/wire/office-desk'

export type SeatRow = OfficeSettings['seats'][number]

/** Which office does what for whom; the employers by name aside, which come and go. */
export function keyOfSeat({ stage, org, acceptancePoints, employers }: SeatRow): string {
  return JSON.stringify([stage, org, acceptancePoints, employers === null])
}

/** With one more. Of the same office for the same stage and points, more employers join those that are there. */
export function withSeat(seats: readonly SeatRow[], added: SeatRow): readonly SeatRow[] {
  const { employers } = added
  const found = seats.find((seat) => keyOfSeat(seat) === keyOfSeat(added))
  if (!found) return [...seats, added]
  const together = employers && [...new Set([...(found.employers ?? []), ...employers])]
  return seats.map((seat) => (seat === found ? { ...seat, employers: together } : seat))
}

/** Without this one. */
export function withoutSeat(seats: readonly SeatRow[], of: SeatRow): readonly SeatRow[] {
  return seats.filter((seat) => !isSame(seat, of))
}

/** Without one of a seat's employers; the last one takes its seat with it, because a seat for nobody in particular is one for everybody. */
export function withoutEmployer(seats: readonly SeatRow[], of: SeatRow, employer: OrgId): readonly SeatRow[] {
  const left = of.employers?.filter((one) => one !== employer) ?? []
  if (left.length === 0) return withoutSeat(seats, of)
  return seats.map((seat) => (isSame(seat, of) ? { ...seat, employers: left } : seat))
}

function isSame(one: SeatRow, other: SeatRow): boolean {
  const of = ({ employers }: SeatRow) => employers?.join() ?? null
  return keyOfSeat(one) === keyOfSeat(other) && of(one) === of(other)
}
