import { en } from './en/archive-list.ts'
import { words } from './words.ts'
import { zh } from './zh/archive-list.ts'

export const listWords = words(zh, en)
