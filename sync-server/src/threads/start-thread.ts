/** Starts a thread from a file of the relay, from any folder and under any test runner, whether the relay runs from its sources or from its build. */
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

const FROM_SOURCES = import.meta.url.endsWith('.ts')

/** @param entry address of the file, as `new URL('./x.ts', import.meta.url)`; the build keeps it at the same place as `./x.js` */
export function startThread(entry: URL, data?: unknown): Worker {
  const start = FROM_SOURCES ? registerFirst(entry) : new URL(entry.href.replace(/\.ts$/, '.js'))
  return new Worker(start, { execArgv: [], workerData: data })
}

/**
 * TypeScript is registered inside the thread, since `--import tsx` does not reach a thread's own entry (`Unknown file extension ".ts"`).
 * Absolute addresses, so that it starts the same from any folder.
 */
function registerFirst(entry: URL): URL {
  // Beside the loader: asked for by its own name, `require` answers with the CommonJS twin, which does not load here.
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx'))
  const tsx = new URL('./esm/api/index.mjs', loader).href
  const source = `import { register } from ${JSON.stringify(tsx)}\nregister()\nawait import(${JSON.stringify(entry.href)})`
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`)
}
