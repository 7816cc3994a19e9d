/**
 * What holds for every request before any route: security headers, no foreign page behind a session, bodies of a bounded size,
 * and whose request it is.
 */
import { isIPv6 } from 'node:net'
import type { HttpBindings } from '@hono/node-server'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { refused } from './problem.ts'

export interface EdgeParts {
  /** Whether pages of this origin are ours. */
  allowsOrigin(origin: string): boolean
  readonly isHttps: boolean
  /** The proxy in front says where a request comes from. */
  readonly isBehindProxy: boolean
}

/** Everything but evidence files; a submission with its notes is far below. */
const MAX_JSON_BYTES = 2 * 1024 * 1024

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

export function securityHeaders(parts: Pick<EdgeParts, 'isHttps'>): MiddlewareHandler {
  return async (c, next) => {
    await next()
    const { headers } = c.res
    headers.set('x-content-type-options', 'nosniff')
    // A first-run link is a secret in a path: no page tells another where it was.
    headers.set('referrer-policy', 'no-referrer')
    headers.set('cross-origin-opener-policy', 'same-origin')
    headers.set('cross-origin-resource-policy', 'same-origin')
    headers.set('permissions-policy', 'camera=(self), microphone=(), geolocation=()')
    if (!headers.has('content-security-policy')) {
      headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
    }
    if (parts.isHttps) headers.set('strict-transport-security', 'max-age=31536000')
  }
}

/**
 * A browser names the page's origin on everything but plain reads. A request without one does not come from a page, unless the browser says so
 * in `sec-fetch-site`.
 */
export function ownPagesOnly(parts: Pick<EdgeParts, 'allowsOrigin'>): MiddlewareHandler {
  return async (c, next) => {
    if (SAFE_METHODS.has(c.req.method)) return next()
    const origin = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    const isOurs =
      origin === undefined
        ? site === undefined || site === 'same-origin' || site === 'none'
        : parts.allowsOrigin(origin)
    return isOurs ? next() : refused(c, { kind: 'foreign-origin' })
  }
}

export const jsonLimit: MiddlewareHandler = bodyLimit({
  maxSize: MAX_JSON_BYTES,
  onError: (c) => refused(c, { kind: 'too-large', maxBytes: MAX_JSON_BYTES }),
})

/**
 * Where the request comes from, for counting. The last name in `x-forwarded-for` is the one the proxy itself wrote. Of an IPv6 address the network
 * counts: whoever has one address there has 2^64 of them.
 */
export function addressOf(c: Context, isBehindProxy: boolean): string {
  const forwarded = isBehindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  const bindings = c.env as Partial<HttpBindings> | undefined
  return networkOf(forwarded || (bindings?.incoming?.socket.remoteAddress ?? 'unknown'))
}

/** The first 64 bits of an IPv6 address as `2001:db8:0:1::/64`; any other address, one inside IPv6 too, as it is written. */
export function networkOf(address: string): string {
  const [written = ''] = address.split('%')
  const inside = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(written)?.[1]
  if (inside !== undefined || !isIPv6(written)) return inside ?? address
  const [before = '', after] = written.split('::')
  const head = before === '' ? [] : before.split(':')
  const tail = after === undefined || after === '' ? [] : after.split(':')
  const groups =
    after === undefined ? head : [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
