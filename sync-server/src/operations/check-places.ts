/** Where an office keeps itself, checked before anything is opened. An address may hold a password, so it is never quoted. */
import { readFileSync } from 'node:fs'
import type { OfficeConfig } from '../config.ts'
import { s3PlaceFrom } from '../evidence/s3-originals.ts'

/** @returns one sentence for each mistake */
export function checkPlaces({
  store,
  fanOut,
  evidence,
  isSample,
}: Pick<OfficeConfig, 'store' | 'fanOut' | 'evidence' | 'isSample'>): string[] {
  const mistakes: string[] = []
  if (store !== null && !isAddress(store, ['postgres:', 'postgresql:'], true)) {
    mistakes.push(
      said(
        '--store',
        '须为 postgres://用户:口令@主机:端口/数据库',
        'must be postgres://user:password@host:port/database',
      ),
    )
  } else if (store !== null) {
    mistakes.push(...checkLineToDatabase(new URL(store)))
  }
  if (fanOut !== null && !isAddress(fanOut, ['redis:', 'rediss:'], false)) {
    mistakes.push(
      said(
        '--fan-out',
        '须为 redis://主机:端口 或 rediss://主机:端口',
        'must be redis://host:port or rediss://host:port',
      ),
    )
  }
  if (fanOut !== null && store === null) {
    mistakes.push(
      said(
        '--fan-out',
        '只在多台服务共用 --store postgres://… 时有用',
        'is for several relays on one --store postgres://… only',
      ),
    )
  }
  if (evidence !== null && s3PlaceFrom(evidence) === null) {
    mistakes.push(
      said(
        '--evidence',
        '须为 s3+https://访问密钥:密钥口令@主机/存储桶?region=区域（口令中的特殊字符须转义）',
        'must be s3+https://key-id:secret@host/bucket?region=… (special characters of the secret percent-encoded)',
      ),
    )
  }
  if (isSample && (store !== null || evidence !== null)) {
    mistakes.push(
      said('--sample', '示例单位只用本机的文件，不能与 --store 同用', 'keeps itself in a file here: leave out --store'),
    )
  }
  return mistakes
}

/** What the driver takes to be another; and a file that it would read when it connects. */
const SSL_MODES = ['disable', 'require', 'verify-ca', 'verify-full', 'no-verify']

function checkLineToDatabase({ searchParams }: URL): string[] {
  const mistakes: string[] = []
  const mode = searchParams.get('sslmode')
  if (mode !== null && !SSL_MODES.includes(mode)) {
    mistakes.push(
      said(
        '--store',
        'sslmode 须为 verify-full（加密并核对证书）或 disable',
        'must have sslmode=verify-full (encrypted, with the certificate compared) or disable',
      ),
    )
  }
  for (const name of ['sslrootcert', 'sslcert', 'sslkey']) {
    const path = searchParams.get(name)
    if (path !== null && !isReadable(path)) {
      mistakes.push(said('--store', `${name} 所指的文件不可读`, `names a file in ${name} that cannot be read`))
    }
  }
  return mistakes
}

function isReadable(path: string): boolean {
  try {
    return readFileSync(path).includes('-----BEGIN')
  } catch {
    return false
  }
}

function isAddress(address: string, protocols: readonly string[], needsPath: boolean): boolean {
  try {
    const url = new URL(address)
    return protocols.includes(url.protocol) && url.hostname !== '' && (!needsPath || url.pathname.length > 1)
  } catch {
    return false
  }
}

function said(name: string, zh: string, en: string): string {
  return `${name}：${zh}。/ ${name} ${en}.`
}
