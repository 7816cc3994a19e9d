/** A mail server and an SMS provider's door on ports of this machine: keep what they took, readable, and refuse when told to. */
import { createServer as createHttp } from 'node:http'
import { type AddressInfo, createServer as createTcp, type Server } from 'node:net'
import type { ChannelSettings } from '../channels.ts'
import { channelSettings } from '../channels.ts'

export interface Sms {
  readonly id: string
  readonly to: string
  readonly text: string
}

export interface Mail {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  /** As it came over the wire. */
  readonly raw: string
}

export interface Providers {
  readonly settings: ChannelSettings
  readonly sms: Sms[]
  readonly mails: Mail[]
  /** Each try, taken or refused. */
  tries: number
  isDown: boolean
  close(): Promise<void>
}

export async function openProviders(): Promise<Providers> {
  const servers: Server[] = []
  const listening = async (server: Server): Promise<number> => {
    servers.push(server)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    return (server.address() as AddressInfo).port
  }
  const providers: { -readonly [Key in keyof Providers]: Providers[Key] } = {
    ...{ settings: { smtp: null, sms: null }, sms: [], mails: [], tries: 0, isDown: false },
    close: async () => {
      for (const server of servers) await new Promise((done) => server.close(done))
    },
  }
  const http = createHttp((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      providers.tries++
      const isTaken = !providers.isDown && request.headers.authorization === 'Bearer a-token'
      if (isTaken) providers.sms.push(JSON.parse(Buffer.concat(chunks).toString()))
      response.writeHead(isTaken ? 200 : 503, { connection: 'close' }).end()
    })
  })
  const smtp = createTcp((socket) => {
    let to = ''
    let data: string[] | null = null
    socket.setEncoding('utf8')
    let rest = ''
    socket.write('220 here\r\n')
    socket.on('data', (text) => {
      const lines = `${rest}${text}`.split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (data && line !== '.') data.push(line)
        else if (data) {
          providers.mails.push(mailOf(to, data.join('\r\n')))
          data = null
          socket.write('250 taken\r\n')
        } else if (/^RCPT TO:<(.*)>/i.test(line)) {
          providers.tries++
          to = /<(.*)>/.exec(line)?.[1] ?? ''
          socket.write(providers.isDown ? '451 later\r\n' : '250 fine\r\n')
        } else if (/^DATA/i.test(line)) {
          data = []
          socket.write('354 go on\r\n')
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
        else socket.write('250 fine\r\n')
      }
    })
  })
  const [sms, mail] = [await listening(http), await listening(smtp)]
  providers.settings = channelSettings({
    YEJIBU_SMTP_URL: `smtp://127.0.0.1:${mail}`,
    YEJIBU_MAIL_FROM: 'office@example.cn',
    YEJIBU_SMS_URL: `http://127.0.0.1:${sms}/send`,
    YEJIBU_SMS_TOKEN: 'a-token',
  })
  return providers
}

function mailOf(to: string, raw: string): Mail {
  const end = raw.indexOf('\r\n\r\n')
  const head = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ')
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? ''
  const body = raw.slice(end + 4)
  const isBase64 = field('Content-Transfer-Encoding').toLowerCase() === 'base64'
  return {
    ...{ to, raw, id: field('Message-ID') },
    subject: decodedWords(field('Subject')),
    text: (isBase64 ? Buffer.from(body, 'base64').toString() : decodedPrintable(body.replace(/=\r\n/g, ''))).trim(),
  }
}

/** RFC 2047: `=?UTF-8?B?…?=`, of which those side by side are one. */
function decodedWords(text: string): string {
  return text
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, word: string) =>
      how.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString() : decodedPrintable(word.replaceAll('_', ' ')),
    )
}

function decodedPrintable(text: string): string {
  const bytes = [...text.matchAll(/=([0-9A-F]{2})|([\s\S])/gi)].map(([, hex, plain = '']) =>
    hex === undefined ? Buffer.from(plain) : Buffer.from(hex, 'hex'),
  )
  return Buffer.concat(bytes).toString()
}
