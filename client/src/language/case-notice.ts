import { en } from './en/case-notice.ts'
import { words } from './words.ts'
import { zh } from './zh/case-notice.ts'

export const caseNoticeWords = words(zh, en)
