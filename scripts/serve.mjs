/** `npm run serve -- …`: a real office, without sample people. Arguments (`--port`, `--data`, `--cert` …) go to the relay. */
import { runRelay } from './run-relay.mjs'

process.exitCode = await runRelay(process.argv.slice(2))
