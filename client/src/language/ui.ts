import { en } from './en/ui.ts'
import { words } from './words.ts'
import { zh } from './zh/ui.ts'

export const uiWords = words(zh, en)
