import { en } from './en/payment.ts'
import { words } from './words.ts'
import { zh } from './zh/payment.ts'

export const paymentWords = words(zh, en)
