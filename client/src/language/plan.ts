import { en } from './en/plan.ts'
import { words } from './words.ts'
import { zh } from './zh/plan.ts'

export const planWords = words(zh, en)
