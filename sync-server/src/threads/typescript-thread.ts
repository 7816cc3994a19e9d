/** Starts a thread whose entry is TypeScript, from any folder and under any test runner. */
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

/**
 * What the thread runs first: TypeScript is registered inside the thread, since `--import tsx` does not reach a thread's own entry
 * (`Unknown file extension ".ts"`). Absolute addresses, so it starts the same from any folder and under any test runner.
 *
 * @param entry address of the file, as `new URL('./x.ts', import.meta.url)`
 */
export function typescriptThread(entry: URL, data?: unknown): Worker {
  // Beside the loader: asked for by its own name, `require` answers with the CommonJS twin, which does not load here.
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx'))
  const tsx = new URL('./esm/api/index.mjs', loader).href
  const source = `import { register } from ${JSON.stringify(tsx)}\nregister()\nawait import(${JSON.stringify(entry.href)})`
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), { execArgv: [], workerData: data })
}
