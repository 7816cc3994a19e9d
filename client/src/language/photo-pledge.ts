import { en } from './en/photo-pledge.ts'
import { words } from './words.ts'
import { zh } from './zh/photo-pledge.ts'

export const photoPledgeWords = words(zh, en)
