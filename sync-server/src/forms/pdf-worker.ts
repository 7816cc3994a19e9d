/** Runs in a thread of its own: draws forms and sheets, so that no socket waits for a page. */
import { parentPort, workerData } from 'node:worker_threads'
import { formFonts } from './fonts.ts'
import type { Print } from './page-layout.ts'
import { renderPdf } from './render-pdf.ts'
import { type Rows, rosterSheet } from './roster-sheet.ts'

export type PressWork = { readonly print: Print } | { readonly rows: Rows }

export type PressJob = { readonly job: number } & PressWork

export type PressAnswer =
  | { readonly job: number; readonly bytes: Uint8Array }
  | { readonly job: number; readonly problem: string }

const { fontFolder } = workerData as { readonly fontFolder: string | null }
const fonts = formFonts(fontFolder)

// One after the other: pages of two forms at once would only take more memory.
let last: Promise<unknown> = Promise.resolve()
parentPort?.on('message', ({ job, ...work }: PressJob) => {
  last = last.then(async () => {
    try {
      const bytes = 'print' in work ? await renderPdf(work.print, fonts) : await rosterSheet(work.rows)
      parentPort?.postMessage({ job, bytes } satisfies PressAnswer, [bytes.buffer as ArrayBuffer])
    } catch (error) {
      const problem = error instanceof Error ? (error.stack ?? error.message) : String(error)
      parentPort?.postMessage({ job, problem } satisfies PressAnswer)
    }
  })
})
