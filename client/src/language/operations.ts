import { en } from './en/operations.ts'
import { words } from './words.ts'
import { zh } from './zh/operations.ts'

export const operationsWords = words(zh, en)
