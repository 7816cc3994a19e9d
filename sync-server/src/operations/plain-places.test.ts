import { expect, test } from 'vitest'
import { type OfficeConfig, officeConfig } from '../config.ts'
import { checkPlaces } from './check-places.ts'
import { plainPlaces } from './plain-places.ts'

const KEY = 'key:a-secret'
const warned = (places: Partial<OfficeConfig>) => plainPlaces(officeConfig('/data', places))
const names = (places: Partial<OfficeConfig>) => warned(places).map((sentence) => sentence.split('：')[0])

test('[RELAY-395] what travels unencrypted to another machine is told at the start, one sentence for each place and no secret in one', () => {
  const places = {
    store: 'postgres://yejibu:a-secret@db.example.cn/yejibu',
    fanOut: 'redis://:a-secret@cache.example.cn',
    evidence: `s3+http://${KEY}@files.example.cn/yejibu`,
  }
  expect(names(places)).toEqual(['--evidence', '--store', '--fan-out'])
  for (const sentence of warned(places)) expect(sentence).toMatch(/^--.+：.+。\/ --.+\.$/)
  expect(warned(places).join()).not.toContain('a-secret')
})

test('[RELAY-395] what stays on this machine or is encrypted is not', () => {
  expect(warned({})).toEqual([])
  expect(
    warned({
      store: 'postgres://db.example.cn/yejibu?sslmode=verify-full',
      fanOut: 'rediss://cache.example.cn',
      evidence: `s3+https://${KEY}@files.example.cn/yejibu`,
    }),
  ).toEqual([])
  for (const host of ['127.0.0.1', 'localhost', '[::1]']) {
    const here = { store: `postgres://${host}/yejibu`, fanOut: `redis://${host}` }
    expect(warned({ ...here, evidence: `s3+http://${KEY}@${host}:9000/yejibu` }), host).toEqual([])
  }
})

test('[RELAY-395] a database whose certificate is not compared is told, whatever the driver calls it', () => {
  const store = (query: string) => names({ store: `postgres://db.example.cn/yejibu?${query}` })
  for (const query of ['', 'sslmode=disable', 'ssl=0']) expect(store(query), query).toEqual(['--store'])
  for (const query of ['sslmode=no-verify', 'sslmode=require&uselibpqcompat=true']) {
    expect(store(query), query).toEqual(['--store'])
  }
  for (const query of ['sslmode=require', 'sslmode=verify-ca', 'ssl=true']) expect(store(query), query).toEqual([])
})

test('[RELAY-394] a way to encrypt that the driver does not know, or a certificate file that cannot be read, is a mistake', () => {
  const told = (query: string) => checkPlaces(officeConfig('/data', { store: `postgres://db/yejibu?${query}` }))
  expect(told('sslmode=verify-full')).toEqual([])
  expect(told('sslmode=verifyfull')).toEqual([expect.stringContaining('verify-full')])
  expect(told('sslmode=verify-full&sslrootcert=/no/such.pem')).toEqual([expect.stringContaining('sslrootcert')])
})
