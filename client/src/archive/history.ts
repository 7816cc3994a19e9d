/** What happened between the owner and her employer about one entry, newest first: the whole chain, as the facts have it. */
import type { Facts } from '../sync/facts.ts'

type Reviews = ReturnType<Facts['reviewOfArchive']>['items']
export type ItemReview = Reviews[keyof Reviews]
export type Said = ItemReview['said'][number]

export function historyOf(review: ItemReview | undefined): readonly Said[] {
  return [...(review?.said ?? [])].reverse()
}
