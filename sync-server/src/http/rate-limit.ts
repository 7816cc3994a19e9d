/** How often somebody may do what costs the relay dearly. Counted in memory: it guards this process's time, not a secret. */
import type { Context, MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { refused } from './problem.ts'

export interface Rate {
  readonly times: number
  readonly perSeconds: number
}

/** Takes so many times from what is left to who asks; the answer to give when there is not so much left, else null. */
export type Allowance<C extends Context> = (c: C, times: number) => Promise<Response | null>

export function makeAllowance<C extends Context>(rate: Rate, keyOf: (c: C) => string): Allowance<C> {
  const limiter = new RateLimiterMemory({ points: rate.times, duration: rate.perSeconds })
  return async (c, times) => {
    try {
      await limiter.consume(keyOf(c), times)
      return null
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error
      const retryAfterSeconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000))
      return refused(c, { kind: 'too-many-requests', retryAfterSeconds })
    }
  }
}

export function atMost(rate: Rate, keyOf: (c: Context) => string): MiddlewareHandler {
  const allowance = makeAllowance<Context>(rate, keyOf)
  return async (c, next) => (await allowance(c, 1)) ?? next()
}
