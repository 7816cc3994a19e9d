/** One relay in a process of its own, and people who join it. */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { RELAY_FLAGS } from '../../../scripts/relay-flags.mjs'
import { DIALECTS, type Dialect, RelayClient } from '../relay-client.ts'
import type { Commit, Usage } from '../relays/said.ts'

export type Name = keyof typeof DIALECTS

export interface Running {
  readonly name: Name
  readonly port: number
  readonly dialect: Dialect
  usage(): Promise<Usage>
  /** Collects garbage first: for memory, not for processor time. */
  usageCollected(): Promise<Usage>
  /** What it committed since it was last asked; noted from the first question on. */
  commits(): Promise<readonly Commit[]>
  stop(): Promise<void>
}

/** @param folder where it keeps what it keeps */
export async function start(name: Name, folder: string): Promise<Running> {
  const program = fileURLToPath(new URL(`../relays/${name}.ts`, import.meta.url))
  // Ours as the office starts it, the others by their defaults.
  const flags = [...(name === 'ours' ? RELAY_FLAGS : []), '--expose-gc', '--import', 'tsx']
  const child = fork(program, [folder], { execArgv: flags, silent: true })
  child.stderr?.on('data', (said: Buffer) => process.stderr.write(said))
  const { port } = await heard<{ port: number }>(child)
  const ask = <Answer>(word: string) => {
    child.send(word)
    return heard<Answer>(child)
  }
  const usage = async (word: string) => (await ask<{ usage: Usage }>(word)).usage
  return {
    name,
    port,
    dialect: DIALECTS[name],
    usage: () => usage('usage'),
    usageCollected: () => usage('usage-collected'),
    commits: async () => (await ask<{ commits: readonly Commit[] }>('commits')).commits,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGKILL')
      }),
  }
}

function heard<Message>(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`the relay ended with ${code}`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message as Message)
    })
  })
}

export async function joinRooms(relay: Running, rooms: number, each: number, prefix: string): Promise<RelayClient[][]> {
  const joined: RelayClient[][] = []
  // As many at once as come at once after a restart.
  const atOnce = Math.max(1, Math.floor(200 / each))
  for (let room = 0; room < rooms; room += atOnce) {
    const wave = Array.from({ length: Math.min(atOnce, rooms - room) }, (_, n) =>
      Array.from({ length: each }, () => new RelayClient(relay.port, relay.dialect, `${prefix}${room + n}`)),
    )
    await Promise.all(wave.flat().map((client) => client.opened))
    joined.push(...wave)
  }
  return joined
}

export const leave = (rooms: RelayClient[][]) => Promise.all(rooms.flat().map((client) => client.close()))
export const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
