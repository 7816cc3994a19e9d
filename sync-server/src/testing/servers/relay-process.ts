/** A relay in a process of its own, as an office starts it, with the time of day: to be killed, or given what only a process has. For use within a test. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const MAIN = fileURLToPath(new URL('../../main.ts', import.meta.url))

export interface RelayProcess {
  readonly process: ReturnType<typeof spawn>
  /** With a slash at the end; null when the relay ended instead of listening. */
  readonly url: string | null
  /** What it wrote on standard error so far. */
  said(): string
  /** Resolves once it has written this there. */
  told(words: string): Promise<void>
  /** Resolves with the exit code; null when it was killed. */
  readonly ended: Promise<number | null>
}

export async function startRelay(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<RelayProcess> {
  const started = spawn(process.execPath, ['--import', 'tsx', MAIN, '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  let said = ''
  const stderr = started.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const ended = once(started, 'close').then(([code]: (number | null)[]) => code ?? null)
  const told = async (words: string) => {
    while (!said.includes(words)) {
      const isOver = await Promise.race([once(stderr, 'data').then(() => false), ended.then(() => true)])
      if (isOver && !said.includes(words)) throw new Error(`the relay ended without saying “${words}”: ${said}`)
    }
  }
  // However the test ends, nothing of it goes on.
  onTestFinished(async () => {
    started.kill('SIGKILL')
    await ended
  })
  const listening = new Promise<string>((found) => {
    createInterface(started.stdout).on('line', (line) => {
      const [address] = /https?:\/\/\S+/.exec(line) ?? []
      if (line.includes('listening') && address) found(address)
    })
  })
  const url = await Promise.race([listening, ended.then(() => null)])
  return { process: started, url, said: () => said, told, ended }
}
