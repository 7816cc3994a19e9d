import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRedisFanOut } from '../relay/redis-fan-out.ts'
import { freePort } from '../testing/servers/free-port.ts'
import { type RedisServer, startRedis } from '../testing/servers/redis-server.ts'
import { fanOutSentence } from './fan-out-words.ts'

let redis: RedisServer
beforeAll(async () => {
  redis = await startRedis()
  const client = new Redis(redis.address)
  await client.config('SET', 'requirepass', 'the-password')
  client.disconnect()
})
afterAll(() => redis.stop())

async function toldOf(address: string): Promise<string> {
  let close = async () => {}
  const error = await new Promise<Error>((troubled) => {
    close = openRedisFanOut(address, 'office', troubled).close
  })
  await close()
  return fanOutSentence(error)
}

test('[RELAY-396] a wrong password, none, and no Redis are told apart, and no password is in a sentence', async () => {
  const of = (changed: string) => toldOf(redis.address.replace('redis://', changed))
  const sentences = await Promise.all([
    of('redis://:a-secret@'),
    of('redis://'),
    toldOf(`redis://127.0.0.1:${await freePort()}`),
  ])
  for (const sentence of sentences) expect(sentence).toMatch(/^--fan-out：.+。\/ --fan-out .+\.$/)
  const words = ['不认这个用户名和口令', '不认这个用户名和口令', '连不上 Redis']
  expect(sentences).toEqual(words.map((part) => expect.stringContaining(part)))
  expect(sentences.join()).not.toContain('a-secret')
})
