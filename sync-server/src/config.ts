/** What an office is told from outside: the command line of `main.ts`, parsed once, and the clock and dice that everything else is handed. */
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import type { OnlineProvider } from './case/payment-provider.ts'
import type { ChannelSettings } from './notices/channels.ts'

export interface OfficeConfig {
  /** Everything the office keeps lies in here. Made when it is not there. */
  readonly dataFolder: string
  /** `postgres://…` where several relays share their tables; null for a file of SQLite in the data folder. */
  readonly store: string | null
  /** `redis://…` over which relays on the same tables hint at what is new; null where one is alone or they look by themselves. */
  readonly fanOut: string | null
  /** `s3+https://…` where evidence files lie for all relays; null for the data folder. */
  readonly evidence: string | null
  /** A sample office has made-up people with a button each; a real one has accounts with passwords only. */
  readonly isSample: boolean
  /** Bytes one evidence file may have. */
  readonly maxEvidenceBytes: number
  now(): Date
  /** Where a database is shared its clock is the office's, and `now` is only compared with it. A test whose time is made up says no. */
  readonly goesByStoreClock: boolean
  randomBytes(count: number): Uint8Array
  /** Takes what work in the background could not do: a relay writes it into its journal, a tool on standard error. */
  complain: Complain
}

/** @param error of which only name, code, message and stack may be written down: a driver adds values that people typed */
export type Complain = (message: string, error: unknown) => void

export interface RelayConfig {
  readonly office: OfficeConfig
  readonly host: string
  readonly port: number
  /** PEM files; both or neither. */
  readonly certificate: { readonly certFile: string; readonly keyFile: string } | null
  /** A proxy in front ends HTTPS and says where requests come from (`x-forwarded-for`). */
  readonly isBehindProxy: boolean
  /** Origins that pages may be served under besides the relay's own address. */
  readonly origins: readonly string[]
  readonly clientFolder: string
  /** Ways out for messages; none unless set up. */
  readonly channels?: ChannelSettings
  /** What a monitor on another machine says to read the counts; null leaves them to this machine. */
  readonly metricsToken?: string | null
  /** Where fees are paid online; nowhere unless set up. */
  readonly online?: OnlineProvider | null
}

/** Domain V-FILE-SIZE asks for 10 MB in the form; the relay's own limit leaves room for a scan of many pages. */
export const MAX_EVIDENCE_BYTES = 20 * 1024 * 1024

export const DEFAULT_PORT = 4480

export function officeConfig(dataFolder: string, options: Partial<OfficeConfig> = {}): OfficeConfig {
  return {
    dataFolder,
    store: null,
    fanOut: null,
    evidence: null,
    isSample: false,
    maxEvidenceBytes: MAX_EVIDENCE_BYTES,
    now: () => new Date(),
    goesByStoreClock: true,
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
    complain: (message, error) => console.error(error instanceof Error ? `${message}: ${error.message}` : message),
    ...options,
  }
}

export interface BadStart {
  readonly kind: 'usage' | 'plain-http-off-loopback'
  readonly message: string
}

/** @returns what to run, or why not, in words for the person at the terminal */
export function relayConfig(
  args: readonly string[],
  folders: { readonly data: string; readonly sampleData: string; readonly client: string },
  env: Readonly<Record<string, string | undefined>> = {},
): RelayConfig | BadStart {
  let values: ReturnType<typeof parse>
  try {
    values = parse(args)
  } catch (error) {
    return { kind: 'usage', message: error instanceof Error ? error.message : String(error) }
  }
  const isSample = values.sample ?? false
  const host = values.host ?? '127.0.0.1'
  const port = Number(values.port ?? DEFAULT_PORT)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return { kind: 'usage', message: `--port ${values.port}: 0–65535` }
  if ((values.cert === undefined) !== (values.key === undefined)) {
    return { kind: 'usage', message: '--cert 与 --key 须同时给出 / --cert and --key belong together' }
  }
  const certificate = values.cert && values.key ? { certFile: values.cert, keyFile: values.key } : null
  const isBehindProxy = values['behind-proxy'] ?? false
  const config: RelayConfig = {
    office: officeConfig(values.data ?? (isSample ? folders.sampleData : folders.data), {
      isSample,
      ...placesAsked(values, isSample ? {} : env),
    }),
    host,
    port,
    certificate,
    isBehindProxy,
    origins: values.origin ?? [],
    clientFolder: values.client ?? folders.client,
  }
  return whyNotHere(config) ?? config
}

/** What the environment says is not seen in the list of processes, as a password on the command line is. */
export function placesAsked(
  values: { readonly [option: string]: unknown },
  env: Readonly<Record<string, string | undefined>>,
): Pick<OfficeConfig, 'store' | 'fanOut' | 'evidence'> {
  const asked = (option: string, name: string) => {
    const given = values[option]
    return typeof given === 'string' ? given : env[name] || null
  }
  return {
    store: asked('store', 'YEJIBU_STORE'),
    fanOut: asked('fan-out', 'YEJIBU_FAN_OUT'),
    evidence: asked('evidence', 'YEJIBU_EVIDENCE'),
  }
}

/**
 * Off this machine browsers need HTTPS: without it there is no service worker, no crypto.subtle and no lasting storage, and
 * passwords would travel in the open.
 */
function whyNotHere(config: RelayConfig): BadStart | null {
  const isOpen = !isLoopback(config.host)
  if (!isOpen && !config.isBehindProxy) return null
  if (config.office.isSample) {
    return {
      kind: 'plain-http-off-loopback',
      message: `示例单位无需密码即可登录，只能在本机（127.0.0.1）运行。请去掉 --host 与 --behind-proxy，或以 npm run serve 启动正式单位。
The sample office lets anyone in without a password, so it runs on this machine only (127.0.0.1). Drop --host and --behind-proxy, or start a real office with npm run serve.`,
    }
  }
  if (config.certificate || config.isBehindProxy) {
    if (config.origins.length > 0) return null
    return {
      kind: 'usage',
      message: `请用 --origin 写明用户访问的地址，例如 --origin https://yejibu.example.cn。其他网站的页面一律拒绝。
Say with --origin under which address people come, e.g. --origin https://yejibu.example.cn: pages of any other are refused.`,
    }
  }
  return {
    kind: 'plain-http-off-loopback',
    message: `拒绝在 ${config.host} 上以明文 HTTP 提供服务：口令会明文传输，浏览器也不允许离线使用。请用 --cert 与 --key 指定证书，或置于 HTTPS 反向代理之后并加 --behind-proxy。
Refusing plain HTTP on ${config.host}: passwords would travel in the open and browsers do not allow offline use. Give a certificate (--cert, --key), or put an HTTPS proxy in front and add --behind-proxy.`,
  }
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      sample: { type: 'boolean' },
      port: { type: 'string' },
      host: { type: 'string' },
      data: { type: 'string' },
      cert: { type: 'string' },
      key: { type: 'string' },
      store: { type: 'string' },
      'fan-out': { type: 'string' },
      evidence: { type: 'string' },
      origin: { type: 'string', multiple: true },
      client: { type: 'string' },
      'behind-proxy': { type: 'boolean' },
    },
  }).values
}
