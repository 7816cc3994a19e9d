/**
 * Files handed over in chunks until the relay is gone, and what of them must be there afterwards: each byte that was acknowledged, at the place where the
 * upload goes on, and each whole file byte for byte.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { HandMadeClient } from './hand-made-client.ts'

export interface HandedFile {
  readonly who: string
  readonly sha256: string
  readonly bytes: Uint8Array
  /** How many of its bytes the relay has said that it has. */
  acknowledged: number
}

const CHUNK = 24 * 1024
const CHUNKS = 3

/**
 * One file after another, until a chunk is not answered.
 * @param handed each is put there before its first chunk goes
 * @param acknowledged called after each chunk
 */
export async function keepHanding(
  client: HandMadeClient,
  who: string,
  handed: HandedFile[],
  acknowledged: () => void = () => {},
): Promise<void> {
  for (;;) {
    const file = newFile(who)
    handed.push(file)
    try {
      await goOn(client, file, acknowledged)
    } catch {
      return
    }
  }
}

/** In words what is missing of these files; hands over the rest of those that were begun, as her device does. */
export async function missingOf(client: HandMadeClient, handed: readonly HandedFile[]): Promise<readonly string[]> {
  const missing: string[] = []
  for (const file of handed) {
    const received = await receivedOf(client, file)
    if (received < file.acknowledged) missing.push(`${file.sha256}: ${received} of ${file.acknowledged} bytes`)
    file.acknowledged = received
    await (received === file.bytes.length ? claim(client, file) : goOn(client, file))
    if (!(await isWhole(client, file))) missing.push(`${file.sha256}: not its bytes`)
  }
  return missing
}

function newFile(who: string): HandedFile {
  const bytes = Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(CHUNK * CHUNKS), Buffer.from('\n%%EOF\n')])
  return { who, bytes, sha256: createHash('sha256').update(bytes).digest('hex'), acknowledged: 0 }
}

/** From where it stands to its end. Rejects when a chunk is not answered, or refused. */
async function goOn(client: HandMadeClient, file: HandedFile, acknowledged: () => void = () => {}): Promise<void> {
  const total = file.bytes.length
  while (file.acknowledged < total) {
    const [first, end] = [file.acknowledged, Math.min(file.acknowledged + CHUNK, total)]
    const response = await fetch(addressOf(client, file), {
      method: 'PUT',
      headers: {
        ...{ cookie: client.cookie, origin: client.url, 'content-type': 'application/octet-stream' },
        'content-range': `bytes ${first}-${end - 1}/${total}`,
      },
      body: new Blob([new Uint8Array(file.bytes.subarray(first, end))]),
    })
    if (!response.ok) throw new Error(`a chunk was answered ${response.status}`)
    const { received, isComplete } = (await response.json()) as { received?: number; isComplete: boolean }
    file.acknowledged = isComplete ? total : (received ?? 0)
    acknowledged()
  }
}

/** All its bytes came before the relay ended: it is asked to hold it, or held it already. */
async function claim(client: HandMadeClient, file: HandedFile): Promise<void> {
  const { cookie, url } = client
  const headers = { cookie, origin: url, 'content-range': `bytes */${file.bytes.length}` }
  await fetch(addressOf(client, file), { method: 'PUT', headers })
}

async function receivedOf(client: HandMadeClient, file: HandedFile): Promise<number> {
  const { status, headers } = await fetch(addressOf(client, file), {
    method: 'HEAD',
    headers: { cookie: client.cookie, origin: client.url },
  })
  if (status === 404) return 0
  return Number(headers.get('upload-offset') ?? file.bytes.length)
}

async function isWhole(client: HandMadeClient, file: HandedFile): Promise<boolean> {
  const response = await fetch(addressOf(client, file), { headers: { cookie: client.cookie, origin: client.url } })
  return response.ok && Buffer.from(await response.arrayBuffer()).equals(file.bytes)
}

function addressOf({ url }: HandMadeClient, { who, sha256 }: HandedFile): string {
  return `${url}/api/evidence/${sha256}?archive=${who}`
}
