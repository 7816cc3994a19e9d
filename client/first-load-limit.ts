/**
 * Holds the first load to its size: the JavaScript that must arrive before the sign-in page can be used. A build that goes over
 * fails and says what is in it, so that nobody finds out on a slow line.
 */
import { gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

/**
 * @param page ends the path of the page's module
 * @param limit bytes after gzip
 */
export function firstLoadLimit(page: string, limit: number): Plugin {
  return {
    name: 'first-load-limit',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file): file is Rolldown.OutputChunk => file.type === 'chunk')
      const first = chunks.filter((chunk) => chunk.isEntry || chunk.facadeModuleId?.endsWith(page))
      const reached = new Map<string, number>()
      const reach = (chunk: Rolldown.OutputChunk): void => {
        if (reached.has(chunk.fileName)) return
        reached.set(chunk.fileName, gzipSync(chunk.code).length)
        for (const name of chunk.imports) {
          const next = bundle[name]
          if (next?.type === 'chunk') reach(next)
        }
      }
      for (const chunk of first) reach(chunk)
      const total = [...reached.values()].reduce((sum, bytes) => sum + bytes, 0)
      const list = [...reached].map(([name, bytes]) => `${name} ${(bytes / 1000).toFixed(1)} kB`).join(', ')
      if (total > limit) {
        this.error(
          `the first load is ${(total / 1000).toFixed(1)} kB of JavaScript, more than ${limit / 1000} kB: ${list}`,
        )
      }
    },
  }
}
