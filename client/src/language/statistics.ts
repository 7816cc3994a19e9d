import { en } from './en/statistics.ts'
import { words } from './words.ts'
import { zh } from './zh/statistics.ts'

export const statisticsWords = words(zh, en)
