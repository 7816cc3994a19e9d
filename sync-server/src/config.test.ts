import { expect, test } from 'vitest'
import { type BadStart, relayConfig } from './config.ts'

const FOLDERS = { data: '/real', sampleData: '/sample', client: '/dist' }
const start = (...args: string[]) => relayConfig(args, FOLDERS)
const refused = (...args: string[]): BadStart['kind'] | 'runs' => {
  const config = start(...args)
  return 'message' in config ? config.kind : 'runs'
}

test('[RELAY-7] without a word it serves this machine alone', () => {
  expect(start()).toMatchObject({
    host: '127.0.0.1',
    port: 4480,
    certificate: null,
    office: { dataFolder: '/real', isSample: false },
  })
  expect(start('--sample')).toMatchObject({ office: { dataFolder: '/sample', isSample: true } })
  for (const host of ['localhost', '::1', '127.0.0.2']) expect(refused('--host', host)).toBe('runs')
})

test('[RELAY-7] plain HTTP off this machine is refused, in both languages and with the way out', () => {
  for (const host of ['0.0.0.0', '::', '192.168.1.7', 'relay.example', '127.0.0.1.evil.example']) {
    expect(refused('--host', host), host).toBe('plain-http-off-loopback')
  }
  const config = start('--host', '0.0.0.0')
  expect('message' in config && config.message).toMatch(/--cert[\s\S]*--behind-proxy[\s\S]*--cert[\s\S]*--behind-proxy/)
})

test('[RELAY-7] a certificate or a proxy makes it good, once it is said which address people use', () => {
  const origin = ['--origin', 'https://yejibu.example']
  expect(refused('--host', '0.0.0.0', '--cert', 'c.pem', '--key', 'k.pem', ...origin)).toBe('runs')
  expect(refused('--host', '0.0.0.0', '--behind-proxy', ...origin)).toBe('runs')
  expect(refused('--host', '0.0.0.0', '--behind-proxy')).toBe('usage')
  expect(refused('--behind-proxy')).toBe('usage')
  expect(refused('--host', '0.0.0.0', '--cert', 'c.pem', ...origin)).toBe('usage')
})

test('[RELAY-7] the sample office, which asks for no password, stays on this machine whatever else is given', () => {
  const origin = ['--origin', 'https://yejibu.example']
  expect(refused('--sample', '--host', '0.0.0.0', '--cert', 'c', '--key', 'k', ...origin)).toBe(
    'plain-http-off-loopback',
  )
  expect(refused('--sample', '--behind-proxy', ...origin)).toBe('plain-http-off-loopback')
})

test('[RELAY-7] an unknown option and a bad port are told', () => {
  expect(refused('--prot', '1')).toBe('usage')
  for (const port of ['x', '-1', '65536', '1.5']) expect(refused(`--port=${port}`), port).toBe('usage')
})
