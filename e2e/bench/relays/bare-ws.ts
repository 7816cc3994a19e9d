/** The floor: every message to everybody else on the same path, no document, no disk. A question for the state gets an empty one. */
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'
import { answerBench } from './said.ts'

const EMPTY_STATE = Uint8Array.from([0, 1, 2, 0, 0])
const rooms = new Map<string, Set<WebSocket>>()
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
server.on('connection', (socket, request) => {
  const name = request.url ?? ''
  const room = rooms.get(name) ?? new Set()
  rooms.set(name, room.add(socket))
  socket.on('close', () => room.delete(socket))
  socket.on('message', (message: Buffer) => {
    if (message[0] === 0 && message[1] === 0) socket.send(EMPTY_STATE)
    else for (const other of room) if (other !== socket && other.readyState === WebSocket.OPEN) other.send(message)
  })
})
server.on('listening', () => answerBench((server.address() as AddressInfo).port))
