/** A way to a server of this machine that can be shut, as when the server has stopped, or keep people waiting, as when it hangs. */
import { connect, createServer, type Socket } from 'node:net'

export interface Door {
  /** The server's address, with the door's port in place of its own. */
  readonly address: string
  /** Whoever waited goes through as well. */
  open(): Promise<void>
  /** What was going through breaks, and nobody comes in. */
  shut(): Promise<void>
  /** What was going through breaks, and whoever comes waits; resolves with the first who says something. */
  hold(): Promise<void>
}

/** @param address with a port in it */
export async function doorTo(address: string): Promise<Door> {
  const inside = Number(/:(\d+)\//.exec(address)?.[1])
  const sockets = new Set<Socket>()
  const waiting = new Set<Socket>()
  let heard: (() => void) | null = null
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
  }
  const lead = (outer: Socket) => {
    if (outer.destroyed) return
    const inner = connect(inside, '127.0.0.1')
    keep(inner)
    outer.pipe(inner).pipe(outer)
    outer.once('close', () => inner.destroy())
    inner.once('close', () => outer.destroy())
  }
  const server = createServer((outer) => {
    keep(outer)
    if (!heard) return lead(outer)
    const first = heard
    outer.once('data', (said) => {
      outer.pause()
      outer.unshift(said)
      waiting.add(outer)
      first()
    })
  })
  const breakAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  const listen = (port: number) => new Promise<void>((opened) => server.listen(port, '127.0.0.1', opened))
  await listen(0)
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0
  return {
    address: address.replace(`:${inside}/`, `:${port}/`),
    async open() {
      heard = null
      if (!server.listening) await listen(port)
      for (const outer of waiting) lead(outer)
      waiting.clear()
    },
    shut: () =>
      new Promise((isShut) => {
        breakAll()
        if (server.listening) server.close(() => isShut())
        else isShut()
      }),
    hold: () =>
      new Promise((first) => {
        heard = first
        breakAll()
      }),
  }
}
