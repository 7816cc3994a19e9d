/** The programs of the relay as an office runs them: built, each from its own file. `build-programs.ts` builds them before the first test. */
import { fileURLToPath } from 'node:url'

const DIST = new URL('../../sync-server/dist/', import.meta.url)

export const RELAY = fileURLToPath(new URL('main.js', DIST))
export const COMMAND_LINE = fileURLToPath(new URL('operations/cli/main.js', DIST))
