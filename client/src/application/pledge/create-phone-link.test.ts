// @vitest-environment node
/** A pledge signed on a phone while the page on the desktop was closed; its page is driven in `e2e/journeys/photo-pledge.spec.ts`. */
import { pledgeTextDigest } from '@yejibu/shared/application/pledge'
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import type { PledgeLinkState } from '@yejibu/shared/wire/pledge-link'
import { createRoot } from 'solid-js'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createApi } from '../../platform/api.ts'
import { createPhoneLink, type Signed } from './create-phone-link.ts'

const PLAN = shaoxingEcology2022Mid({ open: '2022-09-01T08:30:00+08:00', close: '2022-10-31T17:30:00+08:00' })
const APPLICATION = 'xumingchuan.aaaaaaaa' as ApplicationId
const SIGNED: PledgeLinkState = {
  kind: 'signed',
  textDigest: pledgeTextDigest(PLAN),
  signedAt: '2022-09-15T01:59:00.000Z',
  signature: { sha256: 'b'.repeat(64), bytes: 4000, type: 'image/png', name: '签名.png' },
}

/** A relay that holds one link, and the desktop's page opened again. */
function opened(state: PledgeLinkState | null) {
  const asked: string[] = []
  let tell: (state: PledgeLinkState) => void = () => undefined
  const later = new Promise<PledgeLinkState>((resolve) => {
    tell = resolve
  })
  const relay: typeof fetch = async (address, init) => {
    const path = String(address)
    const method = init?.method ?? 'GET'
    asked.push(`${method} ${path}`)
    if (path.includes('?application=')) return Response.json({ link: state && { id: 'link-1', state } })
    if (path.endsWith('link-1?wait')) return Response.json(await later)
    // Nobody signs by the second link here.
    if (path.endsWith('?wait')) return new Promise<Response>(() => undefined)
    if (method === 'POST') {
      return Response.json({ id: 'link-2', token: 't'.repeat(43), endsAt: '2022-09-15T02:10:00.000Z' })
    }
    return Response.json({})
  }
  const taken: Signed[] = []
  const link = createRoot((dispose) => {
    onTestFinished(dispose)
    return createPhoneLink({
      api: createApi({ fetch: relay }),
      application: APPLICATION,
      plan: PLAN,
      origin: 'https://office.example',
      onSigned: (signed) => taken.push(signed),
      pause: () => Promise.resolve(),
    })
  })
  return { link, asked, taken, tell: (signed: PledgeLinkState) => tell(signed) }
}

it('[CLIENT-250] is found when the page is opened again, and taken over by its owner’s word alone', async () => {
  const { link, asked, taken } = opened(SIGNED)
  await link.find()
  expect(link.kept()).toEqual(SIGNED)
  expect(taken).toEqual([])
  await link.takeKept()
  expect(taken).toEqual([SIGNED])
  expect(link.kept()).toBe(null)
  expect(asked).toContain('DELETE /api/pledge-links/link-1')
})

it('[CLIENT-250] is not ended by a new code before its owner has let go of it', async () => {
  const { link, asked, taken } = opened(SIGNED)
  void link.find()
  await link.ask()
  expect(asked).not.toContain('POST /api/pledge-links')
  expect(link.kept()).toEqual(SIGNED)
  await link.dropKept()
  expect(link.kept()).toBe(null)
  await link.ask()
  expect(link.state().kind).toBe('waiting')
  expect(taken).toEqual([])
})

it('[CLIENT-250] is not offered when another wording was signed', async () => {
  const { link } = opened({ ...SIGNED, textDigest: 'c'.repeat(64) })
  await link.find()
  expect(link.kept()).toBe(null)
})

it('[CLIENT-250] arrives by itself where the phone signs after the page was opened again', async () => {
  const { link, taken, tell } = opened({ kind: 'open' })
  await link.find()
  expect(taken).toEqual([])
  tell(SIGNED)
  await vi.waitFor(() => expect(taken).toEqual([SIGNED]))
})
