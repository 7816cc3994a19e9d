/** How often somebody may do what costs the relay dearly. Counted in memory: it guards this process's time, not a secret. */
import type { Context, MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { refused } from './problem.ts'

export interface Rate {
  readonly times: number
  readonly perSeconds: number
}

export function atMost(rate: Rate, keyOf: (c: Context) => string): MiddlewareHandler {
  const limiter = new RateLimiterMemory({ points: rate.times, duration: rate.perSeconds })
  return async (c, next) => {
    try {
      await limiter.consume(keyOf(c))
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error
      const retryAfterSeconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000))
      return refused(c, { kind: 'too-many-requests', retryAfterSeconds })
    }
    return next()
  }
}
