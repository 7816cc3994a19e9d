/** What a slot says of itself to who prints the paper that goes into it: that is made further down the way of a value. */
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import type { AttachmentSlot, Plan, SlotPaper } from '@yejibu/shared/plan/plan'
import type { JSX } from 'solid-js'
import type { DraftCheck } from '../check-draft.ts'
import type { EntriesHere } from '../problem-line.ts'

export interface AskedPaper {
  readonly application: ApplicationId
  readonly plan: Plan
  /** The version that the draft names. */
  planVersion(): number
  readonly slot: AttachmentSlot & { readonly paper: SlotPaper }
  /** The draft as it stands when it is printed. */
  check(): DraftCheck
  readonly entries: EntriesHere
}

/** Made once for its slot: what is read of it changes, as a component's properties do. */
export type PaperOf = (asked: AskedPaper) => JSX.Element

export function hasPaper(slot: AttachmentSlot): slot is AskedPaper['slot'] {
  return slot.paper !== undefined
}
