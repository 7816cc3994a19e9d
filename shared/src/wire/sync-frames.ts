/**
 * What we add to the y-websocket protocol. A stock client never asks for it and so never sees it.
 *
 * The first varuint of a frame is its type: 0 sync, 1 awareness, 2 auth, 3 query awareness (y-protocols). A client that
 * connects with `?ack=1` also gets the types below. All numbers are lib0 varuints.
 */
export const MESSAGE_SYNC = 0
export const MESSAGE_AWARENESS = 1
export const MESSAGE_AUTH = 2
export const MESSAGE_QUERY_AWARENESS = 3

/**
 * relay → client: `varuint count`. So many of this socket's document frames (sync step 2 and update frames, in the order
 * they were sent) are on disk. Cumulative; sent after the commit, never before.
 */
export const MESSAGE_DURABLE = 100

/** relay → client: `varuint count, varstring reason`. The count-th document frame was not applied: this socket may only read. */
export const MESSAGE_REFUSED = 101

/**
 * relay → client, first frame of every connection: `varstring epoch, varuint right` (0 read, 1 write). The epoch changes when the document
 * was restored or reset; a client that knew another epoch stops and asks, it never merges.
 */
export const MESSAGE_OPENED = 102

export const RIGHT_READ = 0
export const RIGHT_WRITE = 1

/** The path prefix of every document's socket. */
export const SYNC_PATH = '/sync/'
/** Query parameters of the socket: `ack=1` asks for our frames, `token` carries a session token where no cookie can. */
export const ACK_PARAM = 'ack'
export const TOKEN_PARAM = 'token'
