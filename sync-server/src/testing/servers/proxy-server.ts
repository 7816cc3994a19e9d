/** A real reverse proxy for tests, with the configuration that `docs/operations` gives: only addresses and paths of certificates are exchanged. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { fileURLToPath } from 'node:url'
import { findProxy } from '../../../../scripts/find-proxy.mjs'
import { freePort } from './free-port.ts'
import { folderForTests } from './test-folder.ts'

export interface ProxyServer {
  /** `https://127.0.0.1:…/`; its certificate is one made for tests. */
  readonly url: string
  close(): Promise<void>
}

const file = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url))
/** The office's name in the examples. */
const NAME = 'titles.example.gov.cn'
const CERTIFICATE = file('sync-server/src/operations/testing/office.crt')
const KEY = file('sync-server/src/operations/testing/office.key')

/** @param relay the port of 127.0.0.1 that the relay listens on */
export async function startProxy(name: 'nginx' | 'caddy', relay: number): Promise<ProxyServer> {
  const program = findProxy(name)
  if (!program) throw new Error(`this test needs ${name}: install it, or name it in YEJIBU_${name.toUpperCase()}`)
  const folder = mkdtempSync(join(folderForTests(), `yejibu-${name}-`))
  const port = await freePort()
  const args = name === 'nginx' ? nginx(folder, port, relay) : caddy(folder, port, relay)
  const server = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  })
  let said = ''
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  await listening(port, server, () => said)
  return {
    url: `https://127.0.0.1:${port}/`,
    async close() {
      if (server.exitCode === null) {
        const ended = new Promise((done) => server.once('exit', done))
        // Neither keeps anything. Caddy would wait for whoever is still connected; nginx ends its workers itself.
        server.kill(name === 'nginx' ? 'SIGTERM' : 'SIGKILL')
        await ended
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function nginx(folder: string, port: number, relay: number): string[] {
  const site = exchanged(readFileSync(file('docs/operations/nginx.conf'), 'utf8'), [
    ['127.0.0.1:4480', `127.0.0.1:${relay}`],
    ['listen 443 ssl', `listen 127.0.0.1:${port} ssl`],
    ['/etc/yejibu/office.crt', CERTIFICATE],
    ['/etc/yejibu/office.key', KEY],
  ])
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => {
    mkdirSync(join(folder, kind))
    return `${kind}_temp_path ${join(folder, kind)};`
  })
  const isRoot = process.getuid?.() === 0
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; pid ${folder}/pid; error_log stderr; ${isRoot ? 'user root;' : ''} worker_processes 1;
events {}
http { access_log off; ${places.join(' ')}
${site}
}
`,
  )
  return ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')]
}

function caddy(folder: string, port: number, relay: number): string[] {
  const site = exchanged(readFileSync(file('docs/operations/Caddyfile'), 'utf8'), [
    ['titles.example.gov.cn {', `titles.example.gov.cn:${port} {\n\tbind 127.0.0.1`],
    ['127.0.0.1:4480', `127.0.0.1:${relay}`],
  ])
  // It makes its certificate itself, and nothing but this one port is listened on.
  writeFileSync(
    join(folder, 'Caddyfile'),
    `{\n\tadmin off\n\tauto_https disable_redirects\n\tlocal_certs\n\tskip_install_trust\n}\n${site}`,
  )
  return ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')]
}

/** @throws when the configuration no longer says what a test exchanges */
function exchanged(text: string, pairs: readonly (readonly [was: string, is: string])[]): string {
  return pairs.reduce((so, [was, is]) => {
    if (!so.includes(was)) throw new Error(`the example does not say ${was}`)
    return so.replace(was, is)
  }, text)
}

/** Until it has its certificate: Caddy listens a moment before it has made one. */
async function listening(port: number, server: ChildProcess, said: () => string): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`the proxy ended: ${said()}`)
    const isThere = await new Promise<boolean>((answer) => {
      const socket = connect({ port, host: '127.0.0.1', servername: NAME, rejectUnauthorized: false })
      socket.once('secureConnect', () => answer(true)).once('error', () => answer(false))
      socket.once('secureConnect', () => socket.destroy())
    })
    if (isThere) return
    await new Promise((again) => setTimeout(again, 25))
  }
}
