import { en } from './en/org-switch.ts'
import { words } from './words.ts'
import { zh } from './zh/org-switch.ts'

export const orgSwitchWords = words(zh, en)
