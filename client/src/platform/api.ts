/**
 * The one door to the relay over HTTP. An answer is the value that its schema describes, or a refusal as plain data:
 * the relay's own (the same `kind` the rule gave), `unreachable`, or `unexpected` with a reference to tell the operator.
 * Never throws for anything the network or the relay does.
 */
import type { Result } from '@yejibu/shared/kernel/result'
import { ok } from '@yejibu/shared/kernel/result'
import { PROBLEM_MEDIA_TYPE, problemSchema } from '@yejibu/shared/wire/problem'
import * as z from 'zod/mini'

/**
 * `kind` is one of the refusals in shared (`EdgeRefusal`, `ReviewRefusal`, `SubmitRefusal` …), `unreachable` or `unexpected`.
 * The details came over the wire: check each before showing it.
 */
export interface ApiRefusal {
  readonly kind: string
  readonly [detail: string]: unknown
}

export type ApiResult<Value> = Result<Value, ApiRefusal>

export interface ApiRequest {
  /** Sent as JSON. */
  readonly json?: unknown
  /** Sent as it is, instead of `json`. */
  readonly bytes?: ArrayBuffer
  readonly headers?: Readonly<Record<string, string>>
  /** Milliseconds until the request counts as unreachable. Default 30,000. */
  readonly patience?: number
  readonly signal?: AbortSignal
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export interface AnsweredBytes {
  readonly bytes: ArrayBuffer
  readonly type: string
  /** What else the relay says of them. */
  readonly headers: Headers
}

export interface Api {
  /** @param path from the root, e.g. `/api/session` */
  call<Schema extends z.core.$ZodType>(
    method: Method,
    path: string,
    schema: Schema,
    request?: ApiRequest,
  ): Promise<ApiResult<z.output<Schema>>>
  /** The raw body of a GET, for files; of a POST where `json` is sent. */
  bytes(path: string, request?: ApiRequest): Promise<ApiResult<AnsweredBytes>>
  /** An open response for a stream of events; the caller reads and cancels its body. */
  stream(path: string, signal: AbortSignal): Promise<ApiResult<ReadableStream<Uint8Array>>>
  /** Told each time the relay answers that nobody is signed in. Returns the undo. */
  onNotSignedIn(listener: () => void): () => void
}

export interface ApiOptions {
  /** Where the relay is; empty for the page's own origin. */
  readonly origin?: string
  readonly fetch?: typeof fetch
}

export const UNREACHABLE: ApiRefusal = { kind: 'unreachable' }

/** For answers without a body. */
export const nothingSchema: z.ZodMiniOptional<z.ZodMiniUnknown> = z.optional(z.unknown())

export function createApi(options: ApiOptions = {}): Api {
  const origin = options.origin ?? ''
  const send = options.fetch ?? ((input: RequestInfo | URL, init?: RequestInit) => fetch(input, init))
  const notSignedIn = new Set<() => void>()

  /** `read` takes what it needs of a good answer; a stream goes on being read after it has returned. */
  const exchange = async <Value>(
    method: Method,
    path: string,
    request: ApiRequest,
    read: (response: Response) => Promise<ApiResult<Value>> | ApiResult<Value>,
  ): Promise<ApiResult<Value>> => {
    const abort = new AbortController()
    const stop = (): void => abort.abort()
    const patience = setTimeout(stop, request.patience ?? 30_000)
    request.signal?.addEventListener('abort', stop, { once: true })
    if (request.signal?.aborted) stop()
    const headers: Record<string, string> = { accept: 'application/json', ...request.headers }
    if (request.json !== undefined) headers['content-type'] = 'application/json'
    const body = request.json === undefined ? (request.bytes ?? null) : JSON.stringify(request.json)
    let isStream = false
    try {
      const response = await send(origin + path, {
        method,
        headers,
        body,
        credentials: 'same-origin',
        cache: 'no-store',
        signal: abort.signal,
      })
      if (!response.ok) {
        const refusal = await refusalIn(response)
        if (refusal.kind === 'not-signed-in') for (const listener of notSignedIn) listener()
        return { ok: false, refusal }
      }
      const value = await read(response)
      isStream = value.ok && value.value instanceof ReadableStream
      return value
    } catch {
      return { ok: false, refusal: UNREACHABLE }
    } finally {
      clearTimeout(patience)
      if (!isStream) request.signal?.removeEventListener('abort', stop)
    }
  }

  return {
    call: (method, path, schema, request = {}) =>
      exchange(method, path, request, async (response) => {
        const text = await response.text()
        const parsed = z.safeParse(schema, text === '' ? undefined : jsonOrUndefined(text))
        return parsed.success ? ok(parsed.data) : unexpected(`answer-${method}-${path.split('?')[0] ?? path}`)
      }),
    bytes: (path, request = {}) =>
      exchange(request.json === undefined ? 'GET' : 'POST', path, { patience: 120_000, ...request }, async (response) =>
        ok({
          bytes: await response.arrayBuffer(),
          type: response.headers.get('content-type') ?? 'application/octet-stream',
          headers: response.headers,
        }),
      ),
    stream: (path, signal) =>
      exchange('GET', path, { headers: { accept: 'text/event-stream' }, signal }, (response) =>
        response.body ? ok(response.body) : unexpected('empty-stream'),
      ),
    onNotSignedIn(listener) {
      notSignedIn.add(listener)
      return () => notSignedIn.delete(listener)
    },
  }
}

/** True when trying again later may help and nothing was decided. */
export function isPassing(refusal: ApiRefusal): boolean {
  return PASSING.has(refusal.kind)
}

const PASSING: ReadonlySet<string> = new Set([
  'unreachable',
  'unexpected',
  'not-signed-in',
  'too-many-requests',
  'disk-refused',
])

async function refusalIn(response: Response): Promise<ApiRefusal> {
  const isProblem = response.headers.get('content-type')?.startsWith(PROBLEM_MEDIA_TYPE) ?? false
  const text = await response.text().catch(() => '')
  const problem = isProblem ? problemSchema.safeParse(jsonOrUndefined(text)) : null
  const refusal = problem?.success ? problem.data.refusal : undefined
  // A gateway's own error page says that the relay behind it is away, not that it said no.
  if (!refusal)
    return [502, 503, 504].includes(response.status) ? UNREACHABLE : unexpectedRefusal(`http-${response.status}`)
  if (refusal.kind === 'defect') {
    return unexpectedRefusal(typeof refusal.reference === 'string' ? refusal.reference : `http-${response.status}`)
  }
  return refusal
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function unexpectedRefusal(reference: string): ApiRefusal {
  return { kind: 'unexpected', reference }
}

function unexpected(reference: string) {
  return { ok: false as const, refusal: unexpectedRefusal(reference) }
}
