import { en } from './en/fields.ts'
import { words } from './words.ts'
import { zh } from './zh/fields.ts'

export const fieldsWords = words(zh, en)
