/** Where an office keeps itself at the other end of a line that anybody on the way can read: no mistake, but told at each start. */
import { isLoopback, type OfficeConfig } from '../config.ts'
import { s3PlaceFrom } from '../evidence/s3-originals.ts'

/** @returns one sentence for each; an address holds a password, so it is never quoted */
export function plainPlaces({
  store,
  fanOut,
  evidence,
}: Pick<OfficeConfig, 'store' | 'fanOut' | 'evidence'>): readonly string[] {
  const found: string[] = []
  const place = evidence === null ? null : s3PlaceFrom(evidence)
  if (place && isPlain(new URL(place.bucket), 'http:')) {
    found.push(
      said(
        '--evidence',
        '以明文 HTTP 存取附件：证明材料和印好的表格在网络上未加密，请改用 s3+https://',
        'reaches the store of files over plain HTTP: scans and printed forms travel unencrypted; use s3+https://',
      ),
    )
  }
  const line = store === null ? null : lineToDatabase(new URL(store))
  if (line === 'plain') {
    found.push(
      said(
        '--store',
        '与数据库的连接未加密：请在地址后加 ?sslmode=verify-full',
        'reaches the database unencrypted: add ?sslmode=verify-full to its address',
      ),
    )
  }
  if (line === 'unverified') {
    found.push(
      said(
        '--store',
        '与数据库的连接已加密，但不核对证书，旁人可以冒充数据库：请改用 sslmode=verify-full',
        'does not look at the database’s certificate, so anybody may pose as it: use sslmode=verify-full',
      ),
    )
  }
  if (fanOut !== null && isPlain(new URL(fanOut), 'redis:')) {
    found.push(said('--fan-out', '与 Redis 的连接未加密：请改用 rediss://', 'reaches Redis unencrypted: use rediss://'))
  }
  return found
}

/** As the driver reads it: without `uselibpqcompat` every mode but two compares the certificate. */
function lineToDatabase(url: URL): 'plain' | 'unverified' | 'sealed' {
  const said = (name: string) => url.searchParams.get(name)
  const mode = said('sslmode')
  if (isOnThisMachine(url)) return 'sealed'
  if (mode === 'no-verify') return 'unverified'
  const isAsked = mode !== null || said('sslrootcert') !== null || ['true', '1'].includes(said('ssl') ?? '')
  if (mode === 'disable' || !isAsked) return 'plain'
  return said('uselibpqcompat') === 'true' && mode === 'require' && !said('sslrootcert') ? 'unverified' : 'sealed'
}

function isPlain(url: URL, protocol: string): boolean {
  return url.protocol === protocol && !isOnThisMachine(url)
}

function isOnThisMachine({ hostname }: URL): boolean {
  return isLoopback(hostname)
}

function said(name: string, zh: string, en: string): string {
  return `${name}：${zh}。/ ${name} ${en}.`
}
