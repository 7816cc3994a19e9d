/** The terminal this process runs in. A secret is typed without an echo; from a pipe it is the next line. */
import { randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline'
import type { Terminal } from './command.ts'

export function processTerminal(): Terminal {
  const { stdin, stdout, stderr } = process
  const isInteractive = stdin.isTTY === true
  let lines: AsyncIterator<string> | undefined
  return {
    out: (text) => void stdout.write(`${text}\n`),
    err: (text) => void stderr.write(`${text}\n`),
    isInteractive,
    now: () => new Date(),
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
    async askSecret(prompt) {
      if (isInteractive) return typedInSilence(prompt)
      lines ??= createInterface({ input: stdin })[Symbol.asyncIterator]()
      const line = await lines.next()
      return line.done ? '' : line.value
    },
  }
}

/** Ctrl-C ends the process as it would anywhere; backspace takes back one character. */
function typedInSilence(prompt: string): Promise<string> {
  const { stdin, stderr } = process
  stderr.write(prompt)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  stdin.resume()
  return new Promise((resolve) => {
    let typed: string[] = []
    const end = () => {
      stdin.off('data', take)
      stdin.setRawMode(false)
      stdin.pause()
      stderr.write('\n')
    }
    const take = (chunk: string | Buffer) => {
      for (const key of String(chunk)) {
        if (key === '\r' || key === '\n') {
          end()
          resolve(typed.join(''))
          return
        }
        if (key === '\u0003') {
          end()
          process.exit(130)
        }
        typed = key === '\u007f' || key === '\b' ? typed.slice(0, -1) : [...typed, key]
      }
    }
    stdin.on('data', take)
  })
}
