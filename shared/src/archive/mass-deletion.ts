/**
 * When deleting is so much that it is rather a slip than a wish, and is asked about first: more than 30 entries, or more than a fifth of
 * all. One or two are never asked about: they come back by the notice.
 */
const MOST = 30
const FEW = 2

/** @param count entries about to be deleted, those deleted shortly before included @param total entries that there were before */
export function isMassDeletion(count: number, total: number): boolean {
  return count > MOST || (count > FEW && count * 5 > total)
}
