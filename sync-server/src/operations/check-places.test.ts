import { expect, test } from 'vitest'
import { officeConfig, relayConfig } from '../config.ts'
import { checkPlaces } from './check-places.ts'

const POSTGRES = 'postgres://yejibu:secret@db.example.cn:5432/yejibu'
const told = (store: string | null, fanOut: string | null, isSample = false) =>
  checkPlaces(officeConfig('/data', { store, fanOut, isSample })).map((mistake) => mistake.split('：')[0])

test('[RELAY-216] where an office keeps itself is checked at the start, one sentence for each mistake and no password in one', () => {
  expect(told(null, null)).toEqual([])
  expect(told(POSTGRES, null)).toEqual([])
  expect(told(POSTGRES, 'redis://cache.example.cn')).toEqual([])
  expect(told('postgresql://db/yejibu', 'rediss://cache:6380')).toEqual([])
  for (const wrong of ['mysql://db/yejibu', 'postgres://db', 'postgres:///yejibu', '/srv/office.sqlite', '']) {
    expect(told(wrong, null), wrong).toEqual(['--store'])
  }
  expect(told(POSTGRES, 'http://cache')).toEqual(['--fan-out'])
  expect(told(null, 'redis://cache')).toEqual(['--fan-out'])
  expect(told(POSTGRES, null, true)).toEqual(['--sample'])
  const all = checkPlaces(officeConfig('/data', { store: 'mysql://a:secret@db/x', fanOut: 'http://b:secret@c' }))
  expect(all).toHaveLength(2)
  expect(all.join('\n')).not.toContain('secret')
})

test('[RELAY-216] the command line says where, or else the environment, which nobody reads in a list of processes', () => {
  const folders = { data: '/real', sampleData: '/sample', client: '/dist' }
  const env = { YEJIBU_STORE: POSTGRES, YEJIBU_FAN_OUT: 'redis://cache' }
  expect(relayConfig([], folders)).toMatchObject({ office: { store: null, fanOut: null } })
  expect(relayConfig([], folders, env)).toMatchObject({ office: { store: POSTGRES, fanOut: 'redis://cache' } })
  expect(relayConfig(['--store', 'postgres://here/x', '--fan-out', 'redis://b'], folders, env)).toMatchObject({
    office: { store: 'postgres://here/x', fanOut: 'redis://b' },
  })
  expect(relayConfig(['--sample'], folders, env)).toMatchObject({ office: { store: null, fanOut: null } })
})
