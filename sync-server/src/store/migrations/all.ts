/** Every schema step, in the order it is applied. Append; never reorder. */
import { documents } from './0001-documents.ts'
import { ledger } from './0002-ledger.ts'
import { accounts } from './0003-accounts.ts'
import { evidence } from './0004-evidence.ts'
import { membership } from './0005-membership.ts'
import { cases } from './0006-case.ts'
import { desksOfEmployers } from './0007-desks-of-employers.ts'
import { pledgeLinks } from './0008-pledge-links.ts'
import { caseDesk } from './0009-case-desk.ts'
import { formBatches } from './0010-form-batches.ts'
import { messageContact } from './0011-message-contact.ts'
import { paymentOrders } from './0012-payment-orders.ts'
import { sharedArchives } from './0013-shared-archives.ts'
import type { Migration } from './migration.ts'

export const migrations: readonly Migration[] = [
  documents,
  ledger,
  accounts,
  evidence,
  membership,
  cases,
  desksOfEmployers,
  pledgeLinks,
  caseDesk,
  formBatches,
  messageContact,
  paymentOrders,
  sharedArchives,
]
