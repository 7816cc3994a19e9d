/**
 * Hints over Redis, on one channel of an office. Redis keeps nothing: a server that is away, or was restarted, costs hints and nothing else. The
 * driver connects again by itself.
 */
import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import * as z from 'zod/mini'
import type { FanOut, Hint } from './fan-out.ts'
import { type PresenceWords, presenceWordsSchema } from './presence-words.ts'

const hintSchema = z.strictObject({
  from: z.string(),
  documents: z.array(z.tuple([z.string(), z.int()])),
  facts: z.boolean(),
})

const saidSchema = z.strictObject({ from: z.string(), to: z.nullable(z.string()), words: presenceWordsSchema })

/** Milliseconds between two tries to connect. */
const LONGEST_PAUSE = 2_000

/**
 * @param address `redis://…` or `rediss://…`
 * @param office hints of other offices on the same server are not heard
 * @param onTrouble called once each time the connection is lost
 */
export function openRedisFanOut(address: string, office: string, onTrouble: (error: Error) => void): FanOut {
  const channel = `yejibu/${office}`
  const presence = `${channel}/presence`
  const self = randomUUID()
  const listeners = new Set<(hint: Hint) => void>()
  const hearers = new Set<(from: string, words: PresenceWords) => void>()
  let isTroubled = false
  const connect = () => {
    const redis = new Redis(address, {
      retryStrategy: (times) => Math.min(times * 100, LONGEST_PAUSE),
      // What cannot be told now is not worth telling later: the others have looked by then.
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      autoResubscribe: false,
    })
    redis.on('error', (error: Error) => {
      if (!isTroubled) onTrouble(error)
      isTroubled = true
    })
    return redis
  }
  const [teller, hearer] = [connect(), connect()]
  hearer.on('ready', () => {
    isTroubled = false
    hearer.subscribe(channel, presence).catch(ignore)
  })
  const heardWords = (text: string) => {
    const said = read(saidSchema, text)
    if (said === null || said.from === self || (said.to ?? self) !== self) return
    for (const listener of [...hearers]) listener(said.from, said.words)
  }
  hearer.on('message', (from: string, text: string) => {
    if (from === presence) return heardWords(text)
    const hint = read(hintSchema, text)
    if (hint === null || hint.from === self) return
    for (const listener of [...listeners]) listener({ documents: hint.documents, facts: hint.facts })
  })
  return {
    tell: (hint) => {
      teller.publish(channel, JSON.stringify({ from: self, ...hint })).catch(ignore)
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    say: (words, to) => {
      teller.publish(presence, JSON.stringify({ from: self, to, words })).catch(ignore)
    },
    hear: (listener) => {
      hearers.add(listener)
      return () => hearers.delete(listener)
    },
    async close() {
      listeners.clear()
      hearers.clear()
      teller.disconnect()
      hearer.disconnect()
    },
  }
}

function read<Said>(schema: z.ZodMiniType<Said>, text: string): Said | null {
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

function ignore(): void {}
