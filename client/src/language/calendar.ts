import { en } from './en/calendar.ts'
import { words } from './words.ts'
import { zh } from './zh/calendar.ts'

export const calendarWords = words(zh, en)
