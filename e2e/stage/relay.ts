/**
 * A relay as an office runs it: its own process, its own data folder, its own port. Tests may stop it, kill it and start it again
 * on the same folder and port.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RELAY_FLAGS } from '../../scripts/relay-flags.mjs'
import { enterInventedYearsIn } from './invented-years.ts'
import { RELAY } from './programs.ts'

/** Another build of the client than `client/dist`, to try one out beside it. */
const CLIENT = process.env.YEJIBU_E2E_CLIENT ? ['--client', process.env.YEJIBU_E2E_CLIENT] : []

export interface Relay {
  /** Without a slash at the end. */
  readonly url: string
  readonly data: string
  /** Of the process that runs now. */
  readonly pid: number
  /** SIGTERM and wait: an orderly stop. */
  stop(): Promise<void>
  /** SIGKILL and wait: as if the power went. */
  kill(): Promise<void>
  /** Starts again on the same folder and port, as if so many days had gone by since it was first started. */
  start(daysAhead?: number): Promise<void>
  /** Stops it and removes its folder. */
  dispose(): Promise<void>
}

/**
 * @param template a data folder to begin with (see `sampleTemplate`); without one the sample office is made anew
 * @param mode `['--sample']` unless said; nothing for a real office, where people have passwords
 */
export async function startRelay(template?: string, mode?: readonly string[]): Promise<Relay> {
  const data = await mkdtemp(join(tmpdir(), 'yejibu-office-'))
  if (template) await cp(template, data, { recursive: true })
  const as = mode ? { mode } : {}
  let { process: child, port } = await launch(data, 0, as)
  return {
    get url() {
      return `http://127.0.0.1:${port}`
    },
    data,
    get pid() {
      return child.pid ?? 0
    },
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
    async start(daysAhead = 0) {
      const again = await launch(data, port, { ...as, daysAhead })
      child = again.process
      port = again.port
    },
    async dispose() {
      await end(child, 'SIGTERM')
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** A sample office made once and stopped, to be copied by every test of a worker. */
export async function sampleTemplate(): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), 'yejibu-template-'))
  const { process: child } = await launch(data, 0)
  await end(child, 'SIGTERM')
  await enterInventedYearsIn(data)
  return data
}

/** An office of its own, as `npm run serve` opens it: nobody in it, and the link for its first operator. */
export async function startRealOffice(): Promise<{ url: string; firstRunLink: string; dispose(): Promise<void> }> {
  const data = await mkdtemp(join(tmpdir(), 'yejibu-real-'))
  const { process: child, port, said } = await launch(data, 0, { mode: [], until: /\/first-run\/\S+/ })
  return {
    url: `http://127.0.0.1:${port}`,
    firstRunLink: /\S+\/first-run\/\S+/.exec(said)?.[0] ?? '',
    async dispose() {
      await end(child, 'SIGTERM')
      await rm(data, { recursive: true, force: true })
    },
  }
}

interface Launched {
  readonly process: ChildProcess
  readonly port: number
  readonly said: string
}

interface Launching {
  readonly mode?: readonly string[]
  /** What the relay must have said, besides where it listens. */
  readonly until?: RegExp
  readonly daysAhead?: number
}

const CLOCK_AHEAD = new URL('./clock-ahead.mjs', import.meta.url).href

async function launch(
  data: string,
  port: number,
  { mode = ['--sample'], until = /listening/, daysAhead = 0 }: Launching = {},
): Promise<Launched> {
  const clock = daysAhead === 0 ? [] : ['--import', CLOCK_AHEAD]
  const child = spawn(
    process.execPath,
    [...RELAY_FLAGS, ...clock, RELAY, ...mode, '--port', String(port), '--data', data, ...CLIENT],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production', YEJIBU_E2E_DAYS_AHEAD: String(daysAhead) },
    },
  )
  let said = ''
  const listening = await new Promise<number>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const found = /listening on https?:\/\/[^:]+:(\d+)/.exec(said)
      if (found && until.test(said)) resolve(Number(found[1]))
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the relay ended with ${code} before it listened:\n${said}`)))
  })
  return { process: child, port: listening, said }
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill(signal)
  await ended
}
