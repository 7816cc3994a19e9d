import type { FactId } from '@yejibu/shared/kernel/ids'
import { expect, test } from 'vitest'
import { createMemoryLedger } from '../store/memory/ledger.ts'
import { openTail } from './tail.ts'

async function append(ledger: ReturnType<typeof createMemoryLedger>, expected: number): Promise<void> {
  const facts = [{ id: `f${expected}` as FactId, kind: 'tested', data: {} }]
  await ledger.append({
    stream: 'org/a',
    expected,
    facts,
    actor: 'relay',
    at: '2022-05-10T08:00:00.000Z',
    command: null,
  })
}

test('[RELAY-15] hands each fact out once and in order, from its opening on', async () => {
  const ledger = createMemoryLedger()
  await append(ledger, 0)
  const tail = await openTail(ledger, () => {})
  const heard: number[] = []
  const unlisten = tail.listen((facts) => heard.push(...facts.map((fact) => fact.seq)))
  for (let n = 1; n <= 3; n++) {
    await append(ledger, n)
    await Promise.all([tail.look(), tail.look()])
  }
  await append(ledger, 4)
  await append(ledger, 5)
  await tail.look()
  expect(heard).toEqual([2, 3, 4, 5, 6])
  unlisten()
  await append(ledger, 6)
  await tail.look()
  expect(heard).toHaveLength(5)
})

test('[RELAY-15] a listener that fails is reported and keeps nobody else from hearing', async () => {
  const ledger = createMemoryLedger()
  const defects: unknown[] = []
  const tail = await openTail(ledger, (error) => defects.push(error))
  const heard: number[] = []
  tail.listen(() => {
    throw new Error('deaf')
  })
  tail.listen((facts) => heard.push(facts.length))
  await append(ledger, 0)
  await tail.look()
  expect([heard, defects.map(String)]).toEqual([[1], ['Error: deaf']])
})
