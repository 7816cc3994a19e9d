/** The two ways out: e-mail over SMTP, SMS over a provider's HTTP door. Neither is there unless the office set it up. */
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { createTransport } from 'nodemailer'
import type { Channel } from './delivery.ts'

export interface ChannelSettings {
  /** `smtps://user:password@host`. */
  readonly smtp: { readonly url: string; readonly from: string } | null
  /** Takes `{id, to, text}` as JSON by POST and answers 2xx. */
  readonly sms: { readonly url: string; readonly token: string | null } | null
}

/** Port: where a person is reached. */
export interface Contacts {
  /** What she gave for it herself. */
  email(account: AccountId): Promise<string | null>
  /** The mobile number of her profile as her employer approved it last. */
  mobile(account: AccountId): Promise<string | null>
}

/** Milliseconds a provider may take. */
const PATIENCE = 15_000

class NotTaken extends Error {
  readonly status: number
  constructor(status: number) {
    super(`the provider answered ${status}`)
    this.status = status
  }
}

export function openChannels({ smtp, sms }: ChannelSettings, contacts: Contacts): readonly Channel[] {
  const channels: Channel[] = []
  if (smtp) {
    const transport = createTransport(smtp.url, { from: smtp.from })
    channels.push({
      name: 'email',
      addressOf: (account) => contacts.email(account),
      async send(to, { subject, text }, id) {
        // The receiving side drops a second copy of the same id.
        await transport.sendMail({ to, subject, text, messageId: `<${id}@yejibu.invalid>` })
      },
    })
  }
  if (sms) {
    const headers = {
      'content-type': 'application/json',
      ...(sms.token ? { authorization: `Bearer ${sms.token}` } : {}),
    }
    channels.push({
      name: 'sms',
      addressOf: (account) => contacts.mobile(account),
      async send(to, { text }, id) {
        const body = JSON.stringify({ id, to, text })
        const answer = await fetch(sms.url, {
          method: 'POST',
          headers,
          body,
          signal: AbortSignal.timeout(PATIENCE),
          redirect: 'error',
        })
        await answer.body?.cancel()
        if (!answer.ok) throw new NotTaken(answer.status)
      },
    })
  }
  return channels
}

/** From the environment, so that no secret stands in a command line. Nothing set: nothing goes out. */
export function channelSettings(env: Readonly<Record<string, string | undefined>>): ChannelSettings {
  const { YEJIBU_SMTP_URL: smtp, YEJIBU_MAIL_FROM: from, YEJIBU_SMS_URL: sms, YEJIBU_SMS_TOKEN: token } = env
  return {
    smtp: smtp && from ? { url: smtp, from } : null,
    sms: sms ? { url: sms, token: token || null } : null,
  }
}
