/** What comes from outside, checked against its schema; every complaint names its place, so that the sender can mend it. */
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import type { Context } from 'hono'
import type * as z from 'zod/mini'

export type MalformedRefusal = {
  readonly kind: 'malformed'
  readonly at: readonly { readonly path: string; readonly rule: string }[]
}

/** Enough to mend a body by; a hostile one does not get an answer longer than itself. */
const MAX_COMPLAINTS = 20

export function parseWith<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
): Result<z.output<Schema>, MalformedRefusal> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const at = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), rule: 'unknown-key' }))
      : [{ path: issue.path.join('.'), rule: issue.code }],
  )
  return refuse({ kind: 'malformed', at: at.slice(0, MAX_COMPLAINTS) })
}

/** The request's JSON body. A body that is not JSON is malformed at its root. */
export async function readBody<Schema extends z.ZodMiniType>(
  c: Context,
  schema: Schema,
): Promise<Result<z.output<Schema>, MalformedRefusal>> {
  const body = await readJson(c)
  return body.ok ? parseWith(schema, body.value) : body
}

export async function readJson(c: Context): Promise<Result<unknown, MalformedRefusal>> {
  // Forms of foreign pages cannot send this type without asking first.
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    return refuse({ kind: 'malformed', at: [{ path: '', rule: 'content-type-json' }] })
  }
  const text = await c.req.text()
  try {
    return ok(JSON.parse(text))
  } catch {
    return refuse({ kind: 'malformed', at: [{ path: '', rule: 'json' }] })
  }
}
