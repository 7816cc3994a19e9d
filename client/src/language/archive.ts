import { en } from './en/archive.ts'
import { words } from './words.ts'
import { zh } from './zh/archive.ts'

export const archiveWords = words(zh, en)
