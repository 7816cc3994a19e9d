import type { Session } from '@yejibu/shared/wire/session'
import { sessionSchema } from '@yejibu/shared/wire/session'
import { describe, expect, it } from 'vitest'
import { doorsOf, firstPathOf, isPublicPath, pathAfterSignIn } from './doors.ts'
import { isCodeUnreachable } from './page-error.tsx'

function sessionOf(...roles: readonly string[]): Session {
  return sessionSchema.parse({
    account: { id: 'xumingchuan', username: 'xumingchuan', name: '许明川' },
    memberships: roles.map((role) => ({ orgId: 'yuezhou', orgName: '越州中心', orgKind: 'employer', role })),
    expiresAt: '2026-12-01T00:00:00Z',
  })
}

describe('the doors of a person', () => {
  it('[CLIENT-69] follow from her roles, the employer’s desk before her own archive', () => {
    expect(doorsOf(sessionOf('applicant'))).toEqual(['archive', 'application'])
    expect(doorsOf(sessionOf('applicant', 'hr-clerk'))).toEqual([
      ...['review', 'cases', 'papers', 'statistics', 'archive', 'application'],
    ])
    expect(firstPathOf(sessionOf('hr-lead'))).toBe('/review')
    expect(doorsOf(sessionOf('hr-lead'))).toEqual(['review', 'cases', 'members', 'papers', 'statistics'])
    expect(firstPathOf(sessionOf('operator'))).toBe('/operations/orgs')
    expect(firstPathOf(sessionOf('committee-office'))).toBe('/office/cases')
    expect(firstPathOf(sessionOf('department'))).toBe('/office/cases')
    expect(firstPathOf(sessionOf())).toBe('/employer')
  })

  it.each([
    ['/archive/paper?x=1', '/archive/paper?x=1'],
    [null, '/'],
    ['https://elsewhere.example/', '/'],
    ['//elsewhere.example/', '/'],
    ['/\\elsewhere.example/', '/'],
    ['javascript:alert(1)', '/'],
    ['/sign-in?then=/archive', '/'],
  ])('[CLIENT-69] after signing in, %j leads to %j', (wanted, path) => {
    expect(pathAfterSignIn(wanted)).toBe(path)
  })

  it('[CLIENT-69] no page of a person is public', () => {
    for (const path of [
      '/',
      '/archive',
      '/archive/sign-in',
      '/review/x',
      '/settings',
      '/first-run',
      '/sign-in/x',
      '/employer',
      '/members',
    ])
      expect(isPublicPath(path)).toBe(false)
    for (const path of ['/sign-in', '/first-run/abc', '/register']) expect(isPublicPath(path)).toBe(true)
  })
})

describe('a page that failed', () => {
  it.each([
    ['Failed to fetch dynamically imported module: http://127.0.0.1:4480/assets/x.js', true],
    ['error loading dynamically imported module: http://127.0.0.1:4480/assets/x.js', true],
    ['Importing a module script failed.', true],
    ["Cannot read properties of undefined (reading 'id')", false],
  ])('[CLIENT-70] %j is for want of the network: %s', (message, expected) => {
    expect(isCodeUnreachable(new TypeError(message))).toBe(expected)
  })
})
