import { describe } from 'vitest'
import { ledgerContract } from '../../ledger/ledger.contract.ts'
import { createMemoryLedger } from './ledger.ts'

describe('the ledger in memory', () => ledgerContract(createMemoryLedger))
