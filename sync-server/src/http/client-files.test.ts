import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clientFiles } from './client-files.ts'

let folder: string
let app: Hono

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yejibu-client-'))
  await mkdir(join(folder, 'dist/assets'), { recursive: true })
  await writeFile(join(folder, 'secret.html'), 'secret')
  await writeFile(join(folder, 'dist/index.html'), '<!doctype html><title>业绩簿</title>')
  await writeFile(join(folder, 'dist/service-worker.js'), 'self')
  await writeFile(join(folder, 'dist/.built-from'), 'hash')
  await writeFile(join(folder, 'dist/assets/main-abc123.js'), 'console.warn("x")'.repeat(100))
  app = await clientFiles(join(folder, 'dist'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('[RELAY-8] a page’s address gets the page, asked for again each time', async () => {
  for (const path of ['/', '/index.html', '/archive/paper/abc', '/first-run/x_-y']) {
    const response = await app.request(path)
    expect(await response.text(), path).toContain('业绩簿')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    const again = await app.request(path, { headers: { 'if-none-match': response.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
  }
  expect((await app.request('/service-worker.js')).headers.get('cache-control')).toBe('no-cache')
})

test('[RELAY-8] what has its hash in its name is kept for ever, and is small on the wire', async () => {
  const response = await app.request('/assets/main-abc123.js', { headers: { 'accept-encoding': 'gzip, br' } })
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(response.headers.get('content-encoding')).toBe('gzip')
  expect((await response.arrayBuffer()).byteLength).toBeLessThan(200)
})

test('[RELAY-8] a missing file is missing, and nothing outside the list is given', async () => {
  for (const path of [
    '/assets/main-old.js',
    '/favicon.ico',
    '/../secret.html',
    '/%2e%2e/secret.html',
    '/.built-from',
    '/assets/..%2f..%2fsecret.html',
  ]) {
    const response = await app.request(path)
    expect(await response.text(), path).not.toMatch(/secret|hash/)
  }
  expect((await app.request('/assets/main-old.js')).status).toBe(404)
})

test('[RELAY-8] scripts run from this origin only, whatever host was named', async () => {
  const policy = async (host: string) =>
    (await app.request('/', { headers: { host } })).headers.get('content-security-policy') ?? ''
  expect(await policy('127.0.0.1:4480')).toContain("script-src 'self';")
  expect(await policy('127.0.0.1:4480')).toContain('ws://127.0.0.1:4480')
  expect(await policy("x; script-src 'unsafe-inline'")).not.toContain("script-src 'unsafe-inline'")
})

test('[RELAY-8] without a build the relay says what to do', async () => {
  const unbuilt = await clientFiles(join(folder, 'nowhere'))
  const response = await unbuilt.request('/')
  expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('npm start')])
})
