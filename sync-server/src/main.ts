/** Starts a relay: command line → office → HTTP and sockets. `--sample` makes the sample office first. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import type { OnlineProvider } from './case/payment-provider.ts'
import { createWechatPay } from './case/wechat-pay.ts'
import { type BadSetting, wechatSettings } from './case/wechat-settings.ts'
import { type Complain, type RelayConfig, relayConfig } from './config.ts'
import { channelSettings } from './notices/channels.ts'
import { type Office, openOffice } from './office.ts'
import { checkSettings } from './operations/check-settings.ts'
import { openJournal } from './operations/journal.ts'
import { plainPlaces } from './operations/plain-places.ts'
import { isStoreMistake, storeSentence } from './operations/store-words.ts'
import { serve } from './serve.ts'
import { StoreUnreachable } from './store/postgres/unreachable.ts'
import { DatabaseInUse } from './store/sqlite/database.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

const EXIT_USAGE = 2
const EXIT_CANNOT_START = 1
const EXIT_NOT_ORDERLY = 3

/** Below the time after which supervisors kill (systemd 90 s, containers 10 s). */
const STOP_MS = 8_000

async function main(): Promise<void> {
  const config = relayConfig(
    process.argv.slice(2),
    {
      data: join(ROOT, '.office', 'real'),
      sampleData: join(ROOT, '.office', 'sample'),
      client: join(ROOT, 'client', 'dist'),
    },
    process.env,
  )
  if ('message' in config) return leave(config.message, EXIT_USAGE)
  const mistakes = await checkSettings(config, process.env)
  if (mistakes.length > 0) return leave(mistakes.join('\n'), EXIT_USAGE)
  const journal = openJournal(process.env.YEJIBU_LOG, pino.destination(2))
  for (const warning of plainPlaces(config.office)) journal.warn({}, warning)
  const online = await onlineProvider(config)
  if (online && 'message' in online) return leave(online.message, EXIT_USAGE)
  const complain: Complain = (message, error) => journal.warn(error === null ? {} : { error }, message)
  const office = await openOffice({ ...config.office, complain }, 'relay')
  if (config.office.isSample) await makeSample(office)
  const metricsToken = process.env.YEJIBU_METRICS_TOKEN || null
  const settings = { ...config, channels: channelSettings(process.env), online, metricsToken }
  const serving = await serve(settings, office, journal)
  say(`业绩簿 listening on ${serving.url}`)
  journal.info({ node: process.version }, 'started')
  if (!config.office.isSample) await offerFirstRun(office, config.origins[0] ?? serving.url)

  let isStopping = false
  const stop = async () => {
    await serving.close()
    await office.close()
    journal.info({}, 'stopped')
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // Asked twice: whoever stands at the terminal does not want to wait.
      if (isStopping) process.exit(EXIT_NOT_ORDERLY)
      isStopping = true
      journal.info({ signal }, 'stopping')
      setTimeout(
        () => leave('stopping took too long; what was acknowledged is on disk', EXIT_NOT_ORDERLY),
        STOP_MS,
      ).unref()
      stop().then(
        () => process.exit(0),
        (error) => leave(String(error), EXIT_NOT_ORDERLY),
      )
    })
  }
}

async function onlineProvider({ office, origins }: RelayConfig): Promise<OnlineProvider | BadSetting | null> {
  const settings = await wechatSettings(process.env, origins[0] ?? null)
  return settings && 'message' in settings ? settings : settings && createWechatPay(settings, office)
}

async function makeSample(office: Office): Promise<void> {
  // Only here, so that a real office never loads made-up people.
  const { createSampleOffice } = await import('./operations/sample/create-sample-office.ts')
  await createSampleOffice(office)
}

async function offerFirstRun(office: Office, origin: string): Promise<void> {
  const token = await office.firstRun.offer()
  if (token === null) return
  const link = new URL(`/first-run/${token}`, origin)
  say(`尚无运维人员。请在 24 小时内打开下面的链接创建账号（仅可使用一次；此前的链接，包括其他服务打印的，均已失效）：
No operator yet. Open this link within 24 hours to create the account (it works once; earlier links, those of other relays too, are void):
${link}`)
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function leave(message: string, code: number): void {
  process.stderr.write(`${message}\n`)
  process.exit(code)
}

main().catch((error: unknown) => {
  if (error instanceof DatabaseInUse) {
    leave(
      `该数据目录已有另一个业绩簿服务在运行，请先停止它，或用 --data 指定其他目录。
Another relay serves this folder: stop it first, or choose another folder with --data.`,
      EXIT_CANNOT_START,
    )
  } else if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    leave(
      `端口已被占用，请用 --port 指定其他端口。
The port is taken: choose another with --port.`,
      EXIT_CANNOT_START,
    )
  } else if (error instanceof StoreUnreachable) {
    leave(storeSentence(error), isStoreMistake(error) ? EXIT_USAGE : EXIT_CANNOT_START)
  } else {
    leave(error instanceof Error ? (error.stack ?? error.message) : String(error), EXIT_CANNOT_START)
  }
})
