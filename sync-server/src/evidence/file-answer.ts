/** A kept file as a download that can run nothing (`[RELAY-43]`), the same from whichever door. */
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Context } from 'hono'
import type { HeldEvidence } from './evidence.ts'
import { extensionOf } from './file-type.ts'

export function fileAnswer(c: Context, held: HeldEvidence, path: string): Response {
  const etag = `"${held.sha256}"`
  const headers = {
    etag,
    // Asked again each time, because the right to read may have gone.
    'cache-control': 'private, no-cache',
    'content-type': held.type,
    'content-disposition': `attachment; filename="${held.sha256.slice(0, 12)}.${extensionOf(held.type)}"`,
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'upload-offset': String(held.bytes),
    'upload-complete': '?1',
  }
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
  const length = { 'content-length': String(held.bytes) }
  if (c.req.method === 'HEAD') return c.body(null, 200, { ...headers, ...length })
  const bytes = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>
  return c.body(bytes, 200, { ...headers, ...length })
}
