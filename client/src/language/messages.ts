import { en } from './en/messages.ts'
import { words } from './words.ts'
import { zh } from './zh/messages.ts'

export const messagesWords = words(zh, en)
