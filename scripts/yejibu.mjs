/** `npm run yejibu -- …`: the operator's command line. Standard output belongs to it alone, so that `--json` can be read by scripts. */
import { runCommandLine } from './run-relay.mjs'

process.exitCode = await runCommandLine(process.argv.slice(2))
