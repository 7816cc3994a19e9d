/**
 * What an office was told at the start, checked before anything is opened: one sentence for each mistake, in both languages, all of them at
 * once. A setting is named and never quoted when it may hold a secret.
 */
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { access, constants, mkdir, readFile } from 'node:fs/promises'
import { isLoopback, type RelayConfig } from '../config.ts'
import { checkEvidenceStore } from './check-evidence-store.ts'
import { checkPlaces } from './check-places.ts'

type Env = Readonly<Record<string, string | undefined>>

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const

/** @returns the mistakes; none when the relay may start */
export async function checkSettings(config: RelayConfig, env: Env): Promise<readonly string[]> {
  return [
    ...config.origins.flatMap(checkOrigin),
    ...(await checkDataFolder(config.office.dataFolder)),
    ...checkPlaces(config.office),
    ...(await checkEvidenceStore(config.office)),
    ...(config.certificate ? await checkCertificate(config.certificate, config.office.now()) : []),
    ...checkLog(env.YEJIBU_LOG),
    ...checkMail(env),
    ...checkAddress('YEJIBU_SMS_URL', env.YEJIBU_SMS_URL, ['https:']),
    ...checkToken(env.YEJIBU_METRICS_TOKEN),
    ...(await checkAuthorities(env.NODE_EXTRA_CA_CERTS)),
  ]
}

function checkOrigin(origin: string): string[] {
  const url = parsed(origin)
  const isWhole = url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.origin === origin
  if (!isWhole) {
    const example = url?.origin.startsWith('http') ? url.origin : 'https://yejibu.example.cn'
    return [
      said(
        `--origin ${origin}`,
        `须为不带路径的地址，例如 ${example}`,
        `must be an address without a path, such as ${example}`,
      ),
    ]
  }
  if (url.protocol === 'https:' || isLoopback(url.hostname)) return []
  return [
    said(
      `--origin ${origin}`,
      '须为 https，否则浏览器不允许离线使用',
      'must be https, or browsers allow no offline use',
    ),
  ]
}

async function checkDataFolder(folder: string): Promise<string[]> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return []
  } catch {
    return [
      said(
        `--data ${folder}`,
        '不是可读写的目录，请换一个目录，或把它的属主改为运行本服务的用户',
        'is no folder that can be written: choose another, or give it to the user who runs the relay',
      ),
    ]
  }
}

async function checkCertificate(files: NonNullable<RelayConfig['certificate']>, now: Date): Promise<string[]> {
  const mistakes: string[] = []
  const certificate = await read(files.certFile, (pem) => new X509Certificate(pem))
  if (!certificate) {
    mistakes.push(said(`--cert ${files.certFile}`, '不是可读的 PEM 证书文件', 'is no PEM certificate that can be read'))
  }
  const key = await read(files.keyFile, createPrivateKey)
  if (!key) {
    mistakes.push(said(`--key ${files.keyFile}`, '不是可读的 PEM 私钥文件', 'is no PEM private key that can be read'))
  }
  if (certificate && key && !certificate.checkPrivateKey(key)) {
    mistakes.push(said('--cert, --key', '证书与私钥不是一对', 'the key is not this certificate’s'))
  }
  if (certificate && Date.parse(certificate.validTo) < now.getTime()) {
    mistakes.push(
      said(
        `--cert ${files.certFile}`,
        `证书已于 ${certificate.validTo} 过期，请更换`,
        `expired on ${certificate.validTo}: renew it`,
      ),
    )
  }
  return mistakes
}

/** Node warns of such a file in passing and goes on without it; then every certificate of the office's own is refused. */
async function checkAuthorities(path: string | undefined): Promise<string[]> {
  if (!path || (await read(path, (pem) => new X509Certificate(pem)))) return []
  return [
    said(
      `NODE_EXTRA_CA_CERTS ${path}`,
      '不是可读的 PEM 证书文件，其中的机构不会被信任',
      'is no PEM file of certificates that can be read, so nobody in it is trusted',
    ),
  ]
}

function checkLog(level: string | undefined): string[] {
  if (!level || LOG_LEVELS.some((known) => known === level)) return []
  const known = LOG_LEVELS.join(' | ')
  return [said('YEJIBU_LOG', `须为 ${known} 之一`, `must be one of ${known}`)]
}

function checkMail({ YEJIBU_SMTP_URL: smtp, YEJIBU_MAIL_FROM: from }: Env): string[] {
  const mistakes = checkAddress('YEJIBU_SMTP_URL', smtp, ['smtps:', 'smtp:'])
  if (Boolean(smtp) !== Boolean(from)) {
    mistakes.push(said('YEJIBU_SMTP_URL, YEJIBU_MAIL_FROM', '须同时设置', 'belong together'))
  }
  return mistakes
}

function checkAddress(name: string, value: string | undefined, protocols: readonly string[]): string[] {
  if (!value) return []
  const url = parsed(value)
  const isOnThisMachine = url?.protocol === 'http:' && isLoopback(url.hostname)
  if (url && (protocols.includes(url.protocol) || isOnThisMachine)) return []
  const kinds = protocols.map((protocol) => `${protocol}//`).join(' / ')
  return [said(name, `须为 ${kinds} 地址`, `must be an address that begins with ${kinds}`)]
}

function checkToken(token: string | undefined): string[] {
  if (!token || /^[A-Za-z0-9_-]{20,200}$/.test(token)) return []
  return [said('YEJIBU_METRICS_TOKEN', '须为 20–200 个字母、数字、_ 或 -', 'must be 20–200 letters, digits, _ or -')]
}

function said(name: string, zh: string, en: string): string {
  return `${name}：${zh}。/ ${name} ${en}.`
}

function parsed(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    return null
  }
}

async function read<Value>(path: string, parse: (pem: Buffer) => Value): Promise<Value | null> {
  try {
    return parse(await readFile(path))
  } catch {
    return null
  }
}
