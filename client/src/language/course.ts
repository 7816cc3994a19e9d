import { en } from './en/course.ts'
import { words } from './words.ts'
import { zh } from './zh/course.ts'

export const courseWords = words(zh, en)
