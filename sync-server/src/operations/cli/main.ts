/** `npm run yejibu -- …`: the operator's command line. */
import { fileURLToPath } from 'node:url'
import { processTerminal } from './process-terminal.ts'
import { runCommandLine } from './run-command-line.ts'

const DATA_FOLDER = fileURLToPath(new URL('../../../../.office/real', import.meta.url))

process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal(), {
  dataFolder: DATA_FOLDER,
  env: process.env,
})
