/** What an operator is told when a relay or a tool cannot enter the database. The address holds a password, so it is never quoted. */
import type { StoreUnreachable, Unreachable } from '../store/postgres/unreachable.ts'

const STORE_WORDS: Readonly<Record<Unreachable, { readonly zh: string; readonly en: string }>> = {
  'unknown-ca': {
    zh: '数据库的证书由本机不认识的机构签发；请在地址后加 sslrootcert=<该机构的 CA 证书文件>，或把它写入 NODE_EXTRA_CA_CERTS',
    en: 'names a database whose certificate is of an authority unknown here: add sslrootcert=<PEM file of that authority> to the address, or set NODE_EXTRA_CA_CERTS to it',
  },
  expired: {
    zh: '数据库的证书已过期或尚未生效；请在数据库服务器换上有效的证书，并核对本机时间',
    en: 'names a database whose certificate has expired or is not valid yet: renew it there, and look at this machine’s clock',
  },
  'other-name': {
    zh: '数据库的证书不是签发给这个主机名的；请把主机名改为证书上的，或为数据库换发含此主机名的证书',
    en: 'names a host that the database’s certificate is not for: write the certificate’s host, or have one issued for this host',
  },
  'no-tls': {
    zh: '数据库没有开启加密连接（ssl = on）；请在数据库开启，或核对端口',
    en: 'names a database that does not speak TLS: turn it on there (ssl = on), or correct the port',
  },
  password: {
    zh: '数据库不认这个用户名和口令（口令中的特殊字符须转义）',
    en: 'names a user or password that the database does not take (special characters percent-encoded)',
  },
  'not-let-in': {
    zh: '数据库不许这个用户从本机连接；请核对 pg_hba.conf，只许加密连接时在地址后加 sslmode=verify-full',
    en: 'names a user who may not come from this machine: look at pg_hba.conf; where it wants encryption add sslmode=verify-full',
  },
  'no-database': {
    zh: '服务器上没有这个数据库，请先新建，或改正其名称',
    en: 'names a database that is not on the server: make it there, or correct its name',
  },
  away: {
    zh: '连不上数据库，请检查网络、主机名、端口和数据库服务器',
    en: 'names a database that does not answer: look at the network, the host, the port and the server',
  },
}

/** What only settings mend: starting again does not. A database that is away, or whose certificate is being renewed, comes back. */
export function isStoreMistake({ why }: StoreUnreachable): boolean {
  return why !== 'away' && why !== 'expired'
}

export function storeSentence({ why, message }: StoreUnreachable): string {
  const { zh, en } = STORE_WORDS[why]
  const [, code] = /: ([A-Z0-9_]+)$/.exec(message) ?? []
  const said = why === 'away' && code ? ` (${code})` : ''
  return `--store：${zh}${said}。/ --store ${en}${said}.`
}

export function storeWords({ why }: StoreUnreachable): string {
  return STORE_WORDS[why].zh
}
