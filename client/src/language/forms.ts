import { en } from './en/forms.ts'
import { words } from './words.ts'
import { zh } from './zh/forms.ts'

export const formsWords = words(zh, en)
