import { en } from './en/account.ts'
import { words } from './words.ts'
import { zh } from './zh/account.ts'

export const accountWords = words(zh, en)
