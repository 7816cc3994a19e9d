/** Starts a relay: command line → office → HTTP and sockets. `--sample` makes the sample office first. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import type { OnlineProvider } from './case/payment-provider.ts'
import { createWechatPay } from './case/wechat-pay.ts'
import { type BadSetting, wechatSettings } from './case/wechat-settings.ts'
import { type RelayConfig, relayConfig } from './config.ts'
import { channelSettings } from './notices/channels.ts'
import { type Office, openOffice } from './office.ts'
import { serve } from './serve.ts'
import { DatabaseInUse } from './store/sqlite/database.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

const EXIT_USAGE = 2
const EXIT_CANNOT_START = 1

async function main(): Promise<void> {
  const config = relayConfig(process.argv.slice(2), {
    data: join(ROOT, '.office', 'real'),
    sampleData: join(ROOT, '.office', 'sample'),
    client: join(ROOT, 'client', 'dist'),
  })
  if ('message' in config) return leave(config.message, EXIT_USAGE)
  const journal = pino({ level: process.env.YEJIBU_LOG ?? 'warn' }, pino.destination(2))
  const online = await onlineProvider(config)
  if (online && 'message' in online) return leave(online.message, EXIT_USAGE)
  const office = await openOffice(config.office, 'relay')
  if (config.office.isSample) await makeSample(office)
  const serving = await serve({ ...config, channels: channelSettings(process.env), online }, office, journal)
  say(`业绩簿 listening on ${serving.url}`)
  if (!config.office.isSample) await offerFirstRun(office, config.origins[0] ?? serving.url)

  let isClosing = false
  const close = async () => {
    if (isClosing) return
    isClosing = true
    await serving.close()
    await office.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      close().then(
        () => process.exit(0),
        (error) => leave(String(error), EXIT_CANNOT_START),
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
  say(`尚无运维人员。请在 24 小时内打开下面的链接创建账号（仅可使用一次）：
No operator yet. Open this link within 24 hours to create the account (it works once):
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
  } else {
    leave(error instanceof Error ? (error.stack ?? error.message) : String(error), EXIT_CANNOT_START)
  }
})
