import { en } from './en/shell.ts'
import { words } from './words.ts'
import { zh } from './zh/shell.ts'

export const shellWords = words(zh, en)
