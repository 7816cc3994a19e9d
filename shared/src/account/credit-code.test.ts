import { describe, expect, it } from 'vitest'
import { creditCodeCheck, judgeCreditCode } from './credit-code.ts'

describe('credit codes of organisations', () => {
  it.each(['91350100M000100Y43', '91110000101623741K', '911101066976941872'])('[ACC-22] %s is good', (code) => {
    expect(judgeCreditCode(code)).toBe('good')
    expect(creditCodeCheck(code.slice(0, 17))).toBe(code.charAt(17))
  })

  it('[ACC-22] a check that differs is told apart from a wrong form', () => {
    expect(judgeCreditCode('91350211M0000XUF46')).toBe('check-differs')
    expect(judgeCreditCode('91350100M000100Y44')).toBe('check-differs')
  })

  it.each([
    '91350100M000100Y4',
    '91350100M000100Y4I',
    'I1350100M000100Y43',
    '91ABCD00M000100Y43',
    '91350100m000100y43',
  ])('[ACC-22] %s is malformed', (code) => expect(judgeCreditCode(code)).toBe('malformed'))
})
