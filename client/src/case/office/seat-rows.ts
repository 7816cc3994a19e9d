/** The seats of a plan while the office puts them together: one more among them, and employers taken out. */
import type { OrgId } from '@yejibu/shared/kernel/ids'
import type { OfficeSettings } from '@yejibu/shared/wire/office-desk'

export type SeatRow = OfficeSettings['seats'][number]

/** With one more. Of the same office for the same stage and points, more employers join those that are there. */
export function withSeat(seats: readonly SeatRow[], added: SeatRow): readonly SeatRow[] {
  const key = (seat: SeatRow) => JSON.stringify([seat.stage, seat.org, seat.acceptancePoints])
  const { employers } = added
  const found = seats.find((seat) => key(seat) === key(added) && (seat.employers === null) === (employers === null))
  if (!found) return [...seats, added]
  const together = employers && [...new Set([...(found.employers ?? []), ...employers])]
  return seats.map((seat) => (seat === found ? { ...seat, employers: together } : seat))
}

/** Without one of a seat's employers; the last one takes its seat with it, because a seat for nobody in particular is one for everybody. */
export function withoutEmployer(seats: readonly SeatRow[], of: SeatRow, employer: OrgId): readonly SeatRow[] {
  const left = of.employers?.filter((one) => one !== employer) ?? []
  if (left.length === 0) return seats.filter((seat) => seat !== of)
  return seats.map((seat) => (seat === of ? { ...seat, employers: left } : seat))
}
