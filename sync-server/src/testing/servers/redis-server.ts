/** A real Redis for tests, found on this machine (`scripts/find-redis.mjs`), that keeps nothing on disk. */
import { type ChildProcess, spawn } from 'node:child_process'
import { findRedis } from '../../../../scripts/find-redis.mjs'
import { freePort } from './free-port.ts'

export interface RedisServer {
  readonly address: string
  start(): Promise<void>
  /** With `start`, what a restart is. */
  stop(): Promise<void>
}

export async function startRedis(): Promise<RedisServer> {
  const program = findRedis()
  if (!program)
    throw new Error('this test needs redis-server or valkey-server: install it, or name it in YEJIBU_REDIS_SERVER')
  const port = await freePort()
  let server: ChildProcess | null = null
  const start = async () => {
    const started = spawn(program, ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    server = started
    await new Promise<void>((done, failed) => {
      let said = ''
      started.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text
        if (/ready to accept connections/i.test(said)) done()
      })
      started.once('error', failed)
      started.once('exit', () => failed(new Error(`Redis ended: ${said}`)))
    })
  }
  await start()
  return {
    address: `redis://127.0.0.1:${port}`,
    start,
    async stop() {
      const ending = server
      server = null
      if (!ending || ending.exitCode !== null) return
      const ended = new Promise((done) => ending.once('exit', done))
      ending.kill('SIGTERM')
      await ended
    },
  }
}
