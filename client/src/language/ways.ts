import { en } from './en/ways.ts'
import { words } from './words.ts'
import { zh } from './zh/ways.ts'

export const waysWords = words(zh, en)
