import { en } from './en/archive-transfer.ts'
import { words } from './words.ts'
import { zh } from './zh/archive-transfer.ts'

export const transferWords = words(zh, en)
