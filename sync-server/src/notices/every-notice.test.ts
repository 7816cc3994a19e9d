/**
 * Every event of which people are told (domain §5.4), one by one, brought about by the commands that bring it about: it lies in the office, and goes out by
 * e-mail and SMS, over real connections to doubles of both providers. Each is tried first at a provider that is down, reaches whom it is for once it
 * is back, and nobody twice.
 */
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { readyArchive } from '@yejibu/shared/testing/ready-archive'
import { ReviewHistory } from '@yejibu/shared/testing/review-history'
import { MESSAGE_KINDS, messagesSchema } from '@yejibu/shared/wire/messages'
import { afterAll, describe, expect, test } from 'vitest'
import { openOffice } from '../office.ts'
import { accepted, CaseStage } from '../testing/case-stage.ts'
import { SECRETS } from '../testing/matrix/door.ts'
import { openChannels } from './channels.ts'
import { deliver } from './delivery.ts'
import { ALL, DAY, HR, MOBILES, ORG, OWNER, SCENES } from './testing/events-told.ts'
import { openProviders, type Providers } from './testing/provider-doubles.ts'

const LINK = 'https://yejibu.example.cn/somewhere?token=1'
const opened: (() => Promise<unknown>)[] = []
afterAll(async () => {
  for (const close of opened.splice(0)) await close()
})

/** Everybody gives an address, and numbers are approved with profiles. */
async function reachable(on: CaseStage): Promise<void> {
  for (const who of ALL) {
    const json = { email: `${who}@example.cn` }
    accepted(await (await on.stage.as(who)).ask('PUT', '/api/messages/contact', { json }))
  }
  for (const [who, mobile] of Object.entries(MOBILES)) {
    const { content, digest, salt } = new ReviewHistory(who).revision('profile', 'profile', {
      ...(who === OWNER ? readyArchive(OWNER).profile.content.fields : { fullName: '陆清和' }),
      mobile,
    })
    const profile = { archive: who, item: 'profile' }
    accepted(await on.ask(who, 'send-revision', { ...profile, revision: { digest, salt, content } }))
    accepted(await on.ask('zhoumin', 'rule-on-revision', { ...profile, digest, verdict: 'approved', reason: null }))
  }
}

const newest = async (on: CaseStage, who: string) =>
  messagesSchema.parse(accepted(await (await on.stage.as(who)).get('/api/messages')).body)

describe.each(SCENES)('%s', (_name, plan, events) => {
  let on: CaseStage
  let providers: Providers
  const round = () =>
    deliver({
      outbox: on.stage.office.outbox,
      channels: openChannels(providers.settings, on.stage.office.contacts),
      ...{ link: LINK, now: () => on.now },
    })

  test('[RELAY-284] people are within reach', async () => {
    on = await CaseStage.open({ review: 18_000 }, { plan, archive: readyArchive(OWNER) })
    opened.push(() => on.close())
    providers = await openProviders()
    opened.push(() => providers.close())
    await reachable(on)
    // Nothing from before the ways out were there.
    expect(await round()).toBe(0)
    expect(providers.tries).toBe(0)
  })

  test.each(events)(
    '[RELAY-284] $kind reaches $to in the office, by e-mail and SMS, once, after the providers were down',
    async ({ kind, to, words, before, cause }) => {
      await before?.(on)
      await round()
      const [sms, mails] = [providers.sms.length, providers.mails.length]
      const had = await Promise.all(ALL.map(async (who) => (await newest(on, who)).messages[0]?.seq ?? 0))
      await cause(on)

      const inOffice = await Promise.all(ALL.map(async (who) => (await newest(on, who)).messages[0]))
      const told = ALL.filter((_, i) => (inOffice[i]?.seq ?? 0) > (had[i] ?? 0))
      expect([...told].sort()).toEqual([...to].sort())
      expect(inOffice.filter((_, i) => to.includes(ALL[i] ?? '')).map((one) => [one?.kind, one?.isRead])).toEqual(
        to.map(() => [kind, false]),
      )

      const numbers = to.flatMap((who) => MOBILES[who] ?? [])
      providers.isDown = true
      const tries = providers.tries
      expect(await round()).toBe(0)
      expect(providers.tries - tries).toBe(to.length + numbers.length)
      providers.isDown = false
      // Not before its wait is over, and then once.
      expect(await round()).toBe(0)
      on.stage.pass(61_000)
      expect(await round()).toBe(to.length + numbers.length)
      on.stage.pass(DAY / 2)
      expect(await round()).toBe(0)

      const text = `【业绩簿】${words}。请登录 https://yejibu.example.cn/ 查看。`
      const sent = providers.mails.slice(mails)
      expect(sent.map((mail) => [mail.to, mail.subject, mail.text]).sort()).toEqual(
        to.map((who) => [`${who}@example.cn`, `【业绩簿】${words}`, text]).sort(),
      )
      const short = providers.sms.slice(sms)
      expect(short.map((one) => [one.to, one.text])).toEqual(numbers.map((mobile) => [mobile, text]))
      // Neither a number by which a provider knows it again nor a header says who she is or what it is about.
      const said = [
        ...sent.map(({ raw, id, subject }) => `${raw}${id}${subject}`.replaceAll(/<?\w+@example\.cn>?/g, '')),
      ]
      for (const one of [...said, ...short.map(({ id }) => id)]) {
        expect([...SECRETS, ...ALL, 'token', ORG].filter((secret) => one.includes(secret))).toEqual([])
      }
      expect(new Set([...sent, ...short].map(({ id }) => id)).size).toBe(sent.length + short.length)
    },
  )
})

test('[RELAY-284] every event that people are told of was tried', () => {
  const tried = new Set(SCENES.flatMap(([, , events]) => events.map(({ kind }) => kind)))
  expect(MESSAGE_KINDS.filter((kind) => !tried.has(kind))).toEqual([])
})

test('[RELAY-285] what waits to go out goes out after the relay was started anew, once, with the number it had', async () => {
  const on = await CaseStage.open()
  const providers = await openProviders()
  opened.push(() => providers.close())
  await reachable(on)
  const parts = { link: LINK, now: () => on.now }
  const through = (office: typeof on.stage.office) =>
    deliver({ ...parts, outbox: office.outbox, channels: openChannels(providers.settings, office.contacts) })
  await through(on.stage.office)
  accepted(await on.submit())
  providers.isDown = true
  await through(on.stage.office)
  await on.stage.office.close()
  providers.isDown = false

  const again = await openOffice(on.stage.office.config)
  on.stage.pass(61_000)
  expect(await through(again)).toBe(HR.length)
  on.stage.pass(DAY)
  expect(await through(again)).toBe(0)
  expect(providers.mails.map(({ to }) => to).sort()).toEqual(HR.map((who) => `${who}@example.cn`).sort())
  expect(await again.contacts.email('zhoumin' as AccountId)).toBe('zhoumin@example.cn')
  await again.close()
})
