import { en } from './en/employer.ts'
import { words } from './words.ts'
import { zh } from './zh/employer.ts'

export const employerWords = words(zh, en)
