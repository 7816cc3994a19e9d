import { describe, expect, test } from 'vitest'
import type { ItemId } from '../kernel/ids.ts'
import { readyArchive } from '../testing/ready-archive.ts'
import { revokedPulls } from './revoked-pulls.ts'
import type { PulledRevision } from './submission.ts'

function pulledFrom({ history }: ReturnType<typeof readyArchive>): {
  profile: PulledRevision
  pulls: PulledRevision[]
} {
  const all = history.facts.flatMap((fact): PulledRevision[] =>
    fact.kind === 'revision-approved'
      ? [{ ...fact.data, approval: fact.id, approvedAt: fact.at, approvedBy: fact.actor, note: null }]
      : [],
  )
  const profile = all.find(({ item }) => item === ('profile' as ItemId)) ?? expect.fail('a ready archive has a profile')
  return { profile, pulls: all.filter((one) => one !== profile) }
}

describe('what was taken back after the submission', () => {
  test('[APP-13] names each pulled approval that was revoked, with who said so, and no other', () => {
    const archive = readyArchive()
    const submission = pulledFrom(archive)
    expect(revokedPulls(submission, archive.history.review())).toEqual([])
    const [pulled] = submission.pulls
    if (!pulled) throw new Error('a ready archive has pulls')
    archive.history.revoke(pulled)
    expect(revokedPulls(submission, archive.history.review())).toMatchObject([
      { pulled: { item: pulled.item }, revocation: { verdict: 'revoked', reason: '发现错误', by: 'zhoumin' } },
    ])
  })

  test('[APP-13] a later approval of the same content is another approval: the flag stays', () => {
    const archive = readyArchive()
    const submission = pulledFrom(archive)
    archive.history.revoke(submission.profile).send(submission.profile).approve(submission.profile)
    expect(revokedPulls(submission, archive.history.review()).map(({ pulled }) => pulled.item)).toEqual(['profile'])
  })
})
