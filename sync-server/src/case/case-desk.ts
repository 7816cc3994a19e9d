/** Port: the cases that an organisation has before it or behind it, and a person's own, from the views. */
import type { AccountId } from '@yejibu/shared/kernel/ids'
import type { CasePage, CaseQuery, CaseRow } from '@yejibu/shared/wire/cases'

export interface CaseDesk {
  /** Who has waited longest comes first. `except` is the asker, who never acts on her own. */
  page(query: CaseQuery, except: AccountId): Promise<CasePage>
  /** The newest first. */
  ofOwner(owner: AccountId): Promise<readonly CaseRow[]>
  /** Cases before a meeting that were ever placed with this person on the panel; who may read one now is for the case's own rule. */
  everOnPanel(expert: AccountId): Promise<readonly CaseRow[]>
}
