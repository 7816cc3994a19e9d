import { en } from './en/review.ts'
import { words } from './words.ts'
import { zh } from './zh/review.ts'

export const reviewWords = words(zh, en)
