import { en } from './en/falsification.ts'
import { words } from './words.ts'
import { zh } from './zh/falsification.ts'

export const falsificationWords = words(zh, en)
