/**
 * Messages on their way out of the office. A round puts what is new into the outbox and sends what is due; what fails is tried again later and
 * later, and given up after a day and a half. Nothing from before a channel was set up goes out.
 *
 * Always true: a message is noted as tried before it is handed over, so a relay that dies in between sends it once more at most after its wait; the
 * number it is handed over with stays the same, by which a provider may know it again.
 */
import { sha256Hex } from '@yejibu/shared/kernel/canonical'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import type { MessageKind } from '@yejibu/shared/wire/messages'
import { type OutgoingText, outgoingText } from './message-text.ts'

/** Port: one way out. */
export interface Channel {
  readonly name: 'email' | 'sms'
  /** Null when there is none: then the message stays in the office. */
  addressOf(account: AccountId): Promise<string | null>
  /** @throws when the provider did not take it */
  send(to: string, message: OutgoingText, id: string): Promise<void>
}

export interface Due {
  readonly seq: number
  readonly account: AccountId
  readonly kind: MessageKind
  /** Tries so far. */
  readonly attempts: number
}

/** Port: the outbox. */
export interface Outbox {
  /** Takes in what came since the last call; of a channel's first call only where it begins. */
  takeIn(channel: string, at: number): Promise<void>
  due(channel: string, at: number): Promise<readonly Due[]>
  /** Notes a try, and when the next one would be. */
  tried(channel: string, due: Due, nextAt: number): Promise<void>
  ended(channel: string, due: Due, state: 'sent' | 'no-address' | 'given-up', problem: string | null): Promise<void>
  failed(channel: string, due: Due, problem: string): Promise<void>
}

export interface DeliveryParts {
  readonly outbox: Outbox
  readonly channels: readonly Channel[]
  /** The office's own address. */
  readonly link: string
  now(): Date
}

const MINUTE = 60_000
const LONGEST = 6 * 60 * MINUTE
/** 1, 2, 4 … minutes, then every six hours: the last after about a day and a half. */
export const ATTEMPTS = 14

/** One round. @returns how many went out */
export async function deliver({ outbox, channels, link, now }: DeliveryParts): Promise<number> {
  let sent = 0
  for (const channel of channels) {
    const { name } = channel
    const at = now().getTime()
    await outbox.takeIn(name, at)
    for (const due of await outbox.due(name, at)) {
      const to = await channel.addressOf(due.account)
      if (to === null) {
        await outbox.ended(name, due, 'no-address', null)
        continue
      }
      await outbox.tried(name, due, at + Math.min(LONGEST, MINUTE * 2 ** due.attempts))
      try {
        await channel.send(to, outgoingText(due.kind, link), numberOf(name, due))
        await outbox.ended(name, due, 'sent', null)
        sent++
      } catch (error) {
        const problem = problemOf(error)
        if (due.attempts + 1 >= ATTEMPTS) await outbox.ended(name, due, 'given-up', problem)
        else await outbox.failed(name, due, problem)
      }
    }
  }
  return sent
}

/** The same each time it is tried, and says nothing of whom it is for: a provider keeps it beside her address. */
function numberOf(channel: Channel['name'], { seq, account }: Due): string {
  return sha256Hex('yejibu/delivery/v1\n', `${seq}.${channel}.${account}`).slice(0, 32)
}

/** A code and nothing else: providers like to repeat the address in their words. */
function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if ('responseCode' in error) return `SMTP ${String(error.responseCode)}`
  if ('status' in error) return `HTTP ${String(error.status)}`
  if ('code' in error) return String(error.code)
  return error.name
}
