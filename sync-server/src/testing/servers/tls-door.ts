/** HTTPS in front of a server of this machine that speaks without: the certificate is whatever a test presents, exchanged while it runs. */
import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { createServer } from 'node:tls'
import type { MadeCertificate } from './certificates.ts'

export interface TlsDoor {
  readonly port: number
  /** From the next connection on; those there are break. */
  present(certificate: MadeCertificate): void
  close(): Promise<void>
}

/** @param inside the port of 127.0.0.1 that the server listens on */
export async function tlsDoorTo(inside: number, certificate: MadeCertificate): Promise<TlsDoor> {
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
  }
  const server = createServer({ ...certificate }, (outer) => {
    const inner = connect(inside, '127.0.0.1')
    keep(outer)
    keep(inner)
    outer.pipe(inner).pipe(outer)
    outer.once('close', () => inner.destroy())
    inner.once('close', () => outer.destroy())
  })
  // Whoever does not like the certificate leaves.
  server.on('tlsClientError', () => {})
  const breakAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    present(next) {
      server.setSecureContext({ ...next })
      breakAll()
    },
    async close() {
      breakAll()
      await new Promise((closed) => server.close(closed))
    },
  }
}
