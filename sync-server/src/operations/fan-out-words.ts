/** What an operator reads in the journal when relays cannot hint at each other over Redis. Everything goes on, a second later. */
import { type TlsTrouble, tlsTroubleOf } from '../http/tls-trouble.ts'

type Words = Readonly<{ zh: string; en: string }>

const TLS_WORDS: Readonly<Record<TlsTrouble, Words>> = {
  'unknown-ca': {
    zh: 'Redis 的证书由本机不认识的机构签发；请把该机构的 CA 证书（PEM 文件）写入环境变量 NODE_EXTRA_CA_CERTS 后重新启动',
    en: 'names a Redis whose certificate is of an authority unknown here: set NODE_EXTRA_CA_CERTS to the PEM file of that authority and start again',
  },
  expired: {
    zh: 'Redis 的证书已过期或尚未生效；请换上有效的证书，并核对本机时间',
    en: 'names a Redis whose certificate has expired or is not valid yet: renew it there, and look at this machine’s clock',
  },
  'other-name': {
    zh: 'Redis 的证书不是签发给这个主机名的；请把主机名改为证书上的，或换发含此主机名的证书',
    en: 'names a host that the certificate of Redis is not for: write the certificate’s host, or have one issued for this host',
  },
  'no-tls': {
    zh: 'Redis 没有以 TLS 应答；请核对端口，或改用 redis://',
    en: 'names a Redis that does not answer over TLS: correct the port, or use redis://',
  },
}

const PASSWORD: Words = {
  zh: 'Redis 不认这个用户名和口令（口令中的特殊字符须转义）',
  en: 'names a user or password that Redis does not take (special characters percent-encoded)',
}

/** A Redis without TLS does not refuse a beginning of TLS: it waits for the rest. */
const AWAY: Words = {
  zh: '连不上 Redis；请检查网络、端口（rediss:// 须为开启 TLS 的端口）和 Redis，恢复后自动继续',
  en: 'names a Redis that does not answer: look at the network, the port (for rediss:// one with TLS) and Redis; it goes on by itself',
}

export function fanOutSentence(error: Error): string {
  const tls = tlsTroubleOf(error)
  const isPassword = /^(WRONGPASS|NOAUTH|ERR invalid password)/.test(error.message)
  const { zh, en } = tls ? TLS_WORDS[tls] : isPassword ? PASSWORD : AWAY
  return `--fan-out：${zh}。/ --fan-out ${en}.`
}
