import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RedisServer, startRedis } from '../testing/servers/redis-server.ts'
import { fanOutContract, tellUntilHeard } from './fan-out.contract.ts'
import type { Hint } from './fan-out.ts'
import { openRedisFanOut } from './redis-fan-out.ts'

let redis: RedisServer
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.stop())

const HINT: Hint = { documents: [['archive/a1', 7]], facts: false }

fanOutContract('Redis', () => openRedisFanOut(redis.address, 'office-1', () => {}))

it('[RELAY-213] offices that share a server hear nothing of each other', async () => {
  const [mine, beside, other] = ['office-1', 'office-1', 'office-2'].map((office) =>
    openRedisFanOut(redis.address, office, () => {}),
  ) as [ReturnType<typeof openRedisFanOut>, ReturnType<typeof openRedisFanOut>, ReturnType<typeof openRedisFanOut>]
  const second = openRedisFanOut(redis.address, 'office-2', () => {})
  // Both channels are listened to before the one hint that must not cross.
  await Promise.all([tellUntilHeard(mine, beside, HINT), tellUntilHeard(second, other, HINT)])
  const crossed: Hint[] = []
  other.listen((hint) => crossed.push(hint))
  mine.tell({ documents: [], facts: true })
  await tellUntilHeard(mine, beside, HINT)
  await tellUntilHeard(second, other, HINT)
  expect(crossed.filter(({ facts }) => facts)).toEqual([])
  for (const fanOut of [mine, beside, other, second]) await fanOut.close()
})

it('[RELAY-213] a server that is away is complained of once; when it is back, hints come again', async () => {
  const complaints: string[] = []
  const open = () => openRedisFanOut(redis.address, 'office-1', (error) => complaints.push(error.message))
  const [one, two] = [open(), open()]
  await tellUntilHeard(one, two, HINT)
  await redis.stop()
  one.tell(HINT)
  await redis.start()
  expect(await tellUntilHeard(one, two, HINT)).toEqual(HINT)
  expect(complaints.length).toBeLessThanOrEqual(2)
  await one.close()
  await two.close()
})
