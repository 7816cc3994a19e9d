/** Port: turns forms into PDFs and rows into sheets; and the one implementation, a thread that starts with the first form and does not keep the process alive. */
import type { Worker } from 'node:worker_threads'
import { startThread } from '../threads/start-thread.ts'
import type { Print } from './page-layout.ts'
import type { PressAnswer, PressJob, PressWork } from './pdf-worker.ts'
import type { Rows } from './roster-sheet.ts'

export interface PdfPress {
  /** Rejects when the form cannot be drawn (a defect) or the relay is closing. */
  print(print: Print): Promise<Uint8Array>
  /** The roster as xlsx: headings first, as `rosterTable` gives them. */
  sheet(rows: Rows): Promise<Uint8Array>
  close(): Promise<void>
}

/** @param fontFolder of the office's own fonts; need not exist */
export function threadPress(fontFolder: string): PdfPress {
  interface Waiting {
    resolve(bytes: Uint8Array): void
    reject(error: unknown): void
  }
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let lastJob = 0

  const drop = (error: unknown) => {
    worker = null
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const start = (): Worker => {
    const started = startThread(new URL('./pdf-worker.ts', import.meta.url), { fontFolder })
    started.unref()
    started.on('message', (answer: PressAnswer) => {
      const asked = waiting.get(answer.job)
      waiting.delete(answer.job)
      if ('bytes' in answer) asked?.resolve(answer.bytes)
      else asked?.reject(new Error(answer.problem))
    })
    started.on('error', drop)
    started.on('exit', () => {
      if (worker === started) drop(new Error('the printing thread ended'))
    })
    return started
  }

  const ask = (work: PressWork): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      worker ??= start()
      lastJob += 1
      waiting.set(lastJob, { resolve, reject })
      worker.postMessage({ job: lastJob, ...work } satisfies PressJob)
    })

  return {
    print: (print) => ask({ print }),
    sheet: (rows) => ask({ rows }),
    close: async () => {
      const ending = worker
      drop(new Error('the relay is closing'))
      await ending?.terminate()
    },
  }
}
