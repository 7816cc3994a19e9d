/** Reads a live feed event by event; each call waits for the next one. */
import type { Visitor } from './stage.ts'

export async function liveFeed(visitor: Visitor, query: string) {
  const response = await visitor.app.request(`/api/feed/live?${query}`, {
    headers: { cookie: `yejibu_session=${visitor.cookie}` },
  })
  if (!response.body) throw new Error('a stream was asked for')
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let buffer = ''
  return {
    response,
    async next(): Promise<{ event: string; data: string } | 'end'> {
      for (;;) {
        const end = buffer.indexOf('\n\n')
        if (end >= 0) {
          const lines = buffer.slice(0, end).split('\n')
          buffer = buffer.slice(end + 2)
          const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
          const event = field('event')
          if (event !== undefined) return { event, data: field('data') ?? '' }
          continue
        }
        const { done, value } = await reader.read()
        if (done) return 'end'
        buffer += value
      }
    },
    leave: () => reader.cancel(),
  }
}
