/**
 * How the relay is built for running: each source file becomes a JavaScript file at the same place below `dist/`, so that addresses relative to a
 * file hold in both. Packages stay packages; only `@yejibu/shared` and what it uses come along.
 *
 * Without it the relay runs too (`node --import tsx src/main.ts`), but starts in three times the time and keeps the compiler in its memory.
 */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** What is started by its file's name: programs, and the threads that they start. */
const ENTRIES = ['main', 'operations/cli/main', 'relay/compaction-worker', 'forms/pdf-worker']

export default defineConfig({
  ssr: { noExternal: [/^@yejibu\/shared/] },
  build: {
    ssr: true,
    target: 'node20',
    outDir: at('dist'),
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(ENTRIES.map((entry) => [entry, at(`src/${entry}.ts`)])),
      output: { preserveModules: true, preserveModulesRoot: at('src'), entryFileNames: '[name].js' },
    },
  },
})
