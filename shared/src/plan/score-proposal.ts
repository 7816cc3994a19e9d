/**
 * What could be claimed from the entries that were pulled, with the entry behind each point: a proposal that the person goes through, never a
 * decision. Only rows that the archive itself speaks for are proposed; where she must judge herself (which class of project), it stays hers.
 */
import type { ItemId } from '../kernel/ids.ts'
import { type Indicator, indicatorsOf, type ScoreTable } from './score-table.ts'
import { matchHolds, needsItem, type ScoreClaim, type ScoredItem, type ScoredPerson, worth } from './self-score.ts'

export function proposedClaims(
  table: ScoreTable,
  items: readonly ScoredItem[],
  person: ScoredPerson,
): readonly ScoreClaim[] {
  const used = new Set<ItemId>()
  return indicatorsOf(table).flatMap((indicator) => {
    const free = items.filter(({ item }) => !used.has(item))
    const best = bestClaims(indicator, free, person)
    for (const { item } of best) if (item) used.add(item)
    return best
  })
}

function bestClaims(indicator: Indicator, items: readonly ScoredItem[], person: ScoredPerson): readonly ScoreClaim[] {
  if (indicator.scoreKind === 'range' || indicator.scoreKind === 'penalty') return []
  // A person's own row (years in the profession) has no entry behind it.
  const behind: readonly (ScoredItem | null)[] = needsItem(indicator) ? items : [null]
  const found = behind.flatMap((scored) => {
    const claims = indicator.rows.flatMap((row) => {
      const fields = scored?.content.fields ?? {}
      const part = scored?.content.part
      const isOfPart = part === undefined || (row.part ?? part) === part
      const isOfSection = part === undefined || indicator.sections.some((section) => section === part)
      const isSpokenFor = row.matches.length > 0 || row.part !== null
      const isMet = row.matches.every((match) => matchHolds(match, fields, person))
      if (!isOfPart || !isOfSection || !isSpokenFor || !isMet) return []
      const claim = { indicator: indicator.code, row: row.code, item: scored?.item ?? null, rank: null }
      return [{ claim, tenths: worth(indicator, claim, fields).tenths }]
    })
    return claims.sort((a, b) => b.tenths - a.tenths).slice(0, 1)
  })
  const worthMost = found.filter(({ tenths }) => tenths > 0).sort((a, b) => b.tenths - a.tenths)
  return (indicator.scoreKind === 'choice' ? worthMost.slice(0, 1) : worthMost).map(({ claim }) => claim)
}
