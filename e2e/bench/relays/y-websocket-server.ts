/** @y/websocket-server with its defaults: everything in memory, nothing on disk. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { answerBench } from './said.ts'

const utils = new URL('../../node_modules/@y/websocket-server/src/utils.js', import.meta.url).href
const { setupWSConnection } = (await import(utils)) as {
  setupWSConnection(socket: unknown, request: unknown): void
}
const server = createServer()
new WebSocketServer({ server }).on('connection', setupWSConnection)
server.listen(0, '127.0.0.1', () => answerBench((server.address() as AddressInfo).port))
