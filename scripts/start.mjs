/** `npm start`: the product with a made-up sample office, on this computer alone. Arguments go to the relay. */
import { runRelay } from './run-relay.mjs'

process.exitCode = await runRelay(['--sample', ...process.argv.slice(2)])
