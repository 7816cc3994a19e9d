/**
 * What the relay writes down about itself: one JSON object a line, for the system's own journal. Nothing in it is about a person: an error
 * is its name, code, message and stack, a request is its route and never its path, and keys that could hold what people typed are dropped.
 */
import { type DestinationStream, type Logger, pino } from 'pino'

/** Keys whose values may come from people; none is ever passed on purpose, and none gets through by mistake. */
const PRIVATE = [
  'password',
  'token',
  'cookie',
  'authorization',
  'username',
  'name',
  'mobile',
  'email',
  'idNumber',
  'to',
  'text',
]

export function openJournal(level: string | undefined, destination: DestinationStream): Logger {
  return pino(
    {
      level: level || 'warn',
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: PRIVATE.flatMap((key) => [key, `*.${key}`]), remove: true },
      serializers: { error: errorAsWritten },
    },
    destination,
  )
}

/** No further properties: a driver puts the statement's values there, a mail library the recipient. */
function errorAsWritten(error: unknown): unknown {
  if (!(error instanceof Error)) return { kind: typeof error }
  const code = 'code' in error ? String(error.code) : undefined
  return { type: error.name, code, message: error.message, stack: error.stack }
}
