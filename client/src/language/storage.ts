import { en } from './en/storage.ts'
import { words } from './words.ts'
import { zh } from './zh/storage.ts'

export const storageWords = words(zh, en)
