/**
 * The built client. All files are read once at the start and looked up by name, so no path of a request ever reaches the file system.
 * What has its hash in its name is kept for ever; everything else is asked for again, so a new release shows at the next visit. Any other
 * path is a page of the client, which is one file.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type Context, Hono } from 'hono'

interface ClientFile {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly zipped: Uint8Array<ArrayBuffer> | null
  readonly etag: string
  readonly isImmutable: boolean
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.map': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
}
const ZIPPED: ReadonlySet<string> = new Set(['.html', '.js', '.css', '.svg', '.json', '.map', '.webmanifest', '.txt'])

const NOT_BUILT = `客户端尚未构建。请以 npm start 启动，或先运行 npx vite build client。
The client is not built yet: start with npm start, or run npx vite build client first.
`

export async function clientFiles(folder: string): Promise<Hono> {
  const files = await readFiles(folder)
  const page = files.get('/index.html')
  const routes = new Hono()
  routes.get('*', (c) => {
    const path = c.req.path
    const file = files.get(path === '/' ? '/index.html' : path)
    if (file) return give(c, file)
    // A missing file is missing; only a page's address gets the page. An application's id has a dot in it, and is no file.
    if (Object.hasOwn(TYPES, extname(path)) || path.startsWith('/assets/')) return c.text('404', 404)
    return page ? give(c, page) : c.text(NOT_BUILT, 503)
  })
  return routes
}

function give(c: Context, file: ClientFile): Response {
  const headers: Record<string, string> = {
    'content-type': file.type,
    'cache-control': file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: file.etag,
    vary: 'accept-encoding',
    'content-security-policy': contentPolicy(c),
  }
  if (c.req.header('if-none-match') === file.etag) return c.body(null, 304, headers)
  const isZipped = file.zipped !== null && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
  if (isZipped) headers['content-encoding'] = 'gzip'
  return c.body(isZipped ? file.zipped : file.bytes, 200, headers)
}

/** Only files of this origin run. `blob:` is evidence that is shown; Safari wants the socket's address spelled out. */
function contentPolicy(c: Context): string {
  const host = c.req.header('host') ?? ''
  const sockets = /^[\w.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : ''
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    `connect-src 'self'${sockets}`,
    "frame-src 'self' blob:",
    "object-src 'self' blob:",
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

async function readFiles(folder: string): Promise<ReadonlyMap<string, ClientFile>> {
  const files = new Map<string, ClientFile>()
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    const type = TYPES[extname(entry.name)]
    if (!entry.isFile() || type === undefined || entry.name.startsWith('.')) continue
    const path = join(entry.parentPath, entry.name)
    const url = `/${path.slice(folder.length).split('\\').join('/').replace(/^\/+/, '')}`
    const bytes = await readFile(path).then((read) => new Uint8Array(read), gone)
    if (bytes === null) continue
    const zipped = ZIPPED.has(extname(entry.name)) ? new Uint8Array(await promisify(gzip)(bytes)) : null
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
    files.set(url, { type, bytes, zipped, etag, isImmutable: url.startsWith('/assets/') })
  }
  return files
}

/** A build that runs at this moment takes files away between the listing and the reading. */
function gone(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
