import { en } from './en/public-notice.ts'
import { words } from './words.ts'
import { zh } from './zh/public-notice.ts'

export const publicNoticeWords = words(zh, en)
