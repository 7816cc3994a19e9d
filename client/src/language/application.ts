import { en } from './en/application.ts'
import { words } from './words.ts'
import { zh } from './zh/application.ts'

export const applicationWords = words(zh, en)
