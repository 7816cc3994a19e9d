/**
 * How long a socket outlives the right or the session behind it: `npm run bench -- revocation --sockets 100 --rounds 10`.
 *
 * A sample office with so many sockets of one person and as many of another. Until the last of hers is closed: from sending the request, by signing
 * out and by the operator; from the end of the command line, a process of its own beside the relay, which takes half a second to start.
 */
import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import { HandMadeClient, type HandMadeSocket } from '../stage/hand-made-client.ts'
import { COMMAND_LINE } from '../stage/programs.ts'
import { startRelay } from '../stage/relay.ts'

const { values: flags } = parseArgs({
  options: { sockets: { type: 'string', default: '100' }, rounds: { type: 'string', default: '10' } },
})
const SOCKETS = Number(flags.sockets)
const ROUNDS = Number(flags.rounds)
const REACH = '≤ 1000'

const relay = await startRelay()
const operator = await HandMadeClient.signIn(relay.url, 'zhouhang')
await many(await HandMadeClient.signIn(relay.url, 'shenzhiyuan'), 'archive/shenzhiyuan')

await measure('signed out', 4401, async () => {
  const her = await HandMadeClient.signIn(relay.url, 'luqinghe')
  return { sockets: await many(her, 'archive/luqinghe'), end: () => her.request('DELETE', '/api/session') }
})
await measure('access revoked by the operator', 4401, async () => {
  const her = await HandMadeClient.signIn(relay.url, 'luqinghe')
  const sockets = await many(her, 'archive/luqinghe')
  return {
    sockets,
    end: () => operator.request('POST', '/api/operator/accounts/luqinghe/revoke', { reason: '手机丢失' }),
  }
})
await measure(
  'token revoked on the command line, a process of its own',
  4401,
  async () => {
    const { id, token } = JSON.parse(await commandLine('token', 'issue', 'luqinghe', '--json')) as Issued
    const script = new HandMadeClient(relay.url, `yejibu_session=${token}`)
    return {
      sockets: await many(script, 'archive/luqinghe'),
      end: () => commandLine('token', 'revoke', 'luqinghe', id),
    }
  },
  true,
)
await relay.dispose()
process.exit()

interface Issued {
  readonly id: string
  readonly token: string
}
interface Round {
  readonly sockets: readonly HandMadeSocket[]
  end(): Promise<unknown>
}

async function measure(what: string, code: number, begin: () => Promise<Round>, isAProcess = false): Promise<void> {
  const delays: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const { sockets, end } = await begin()
    const closed = Promise.all(sockets.map((socket) => socket.untilClosed()))
    let from = performance.now()
    await end()
    if (isAProcess) from = performance.now()
    for (const how of await closed) if (how !== code) throw new Error(`${what}: closed with ${how}, not ${code}`)
    delays.push(performance.now() - from)
  }
  delays.sort((a, b) => a - b)
  for (const [name, at] of [
    ['p50', 0.5],
    ['slowest', 1],
  ] as const) {
    const value = Number((delays[Math.floor((delays.length - 1) * at)] ?? 0).toPrecision(3))
    const figure = { what: `${SOCKETS} sockets closed after: ${what}, ${name}`, value, unit: 'ms', reach: REACH }
    process.stdout.write(`${JSON.stringify(figure)}\n`)
  }
}

function many(client: HandMadeClient, document: string): Promise<HandMadeSocket[]> {
  return Promise.all(Array.from({ length: SOCKETS }, () => client.open(document)))
}

function commandLine(...args: string[]): Promise<string> {
  const program = spawn(process.execPath, [COMMAND_LINE, ...args, '--data', relay.data])
  const said: Buffer[] = []
  program.stdout.on('data', (chunk: Buffer) => said.push(chunk))
  return new Promise((resolve, reject) => {
    program.on('exit', (code) => {
      if (code === 0) resolve(Buffer.concat(said).toString())
      else reject(new Error(`${args.join(' ')} ended with ${code}`))
    })
  })
}
