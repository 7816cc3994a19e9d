import { en } from './en/pointing.ts'
import { words } from './words.ts'
import { zh } from './zh/pointing.ts'

export const pointingWords = words(zh, en)
