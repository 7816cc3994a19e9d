/** `npm run yejibu -- …`: the operator's command line. Standard output belongs to it alone, so that `--json` can be read by scripts. */
import { runInForeground } from './run-command.mjs'
import { setUp } from './set-up.mjs'

await setUp()
process.exitCode = await runInForeground(process.execPath, [
  '--import',
  'tsx',
  'sync-server/src/operations/cli/main.ts',
  ...process.argv.slice(2),
])
