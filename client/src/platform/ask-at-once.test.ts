import { PROBLEM_MEDIA_TYPE } from '@yejibu/shared/wire/problem'
import { expect, it } from 'vitest'
import { createApi } from './api.ts'
import { askAtOnce } from './ask-at-once.ts'

interface Sent {
  readonly path: string
  readonly body: { readonly id: string; readonly [key: string]: unknown }
}

/** A relay that answers one after the other; an error stands for an answer that was lost. */
function relay(answers: (Response | Error)[]) {
  const sent: Sent[] = []
  const api = createApi({
    fetch: async (path, init) => {
      sent.push({ path: String(path), body: JSON.parse(String(init?.body)) })
      const answer = answers.shift()
      if (answer instanceof Response) return answer
      throw answer ?? new Error('nothing more')
    },
  })
  let made = 0
  const ask = askAtOnce(api, () => new Uint8Array(20).fill(++made))
  return { ask, sent, ids: () => sent.map(({ body }) => body.id) }
}
const done = () => Response.json({ facts: [] })
const refused = (kind: string, status: number) =>
  new Response(JSON.stringify({ type: `https://yejibu.invalid/problem/${kind}`, status, refusal: { kind } }), {
    status,
    headers: { 'content-type': PROBLEM_MEDIA_TYPE },
  })

it('[CLIENT-526] is the same command when it is asked again after a lost answer or one that decided nothing', async () => {
  const { ask, sent, ids } = relay([new Error('lost'), refused('too-many-requests', 429), done(), done()])
  const body = { application: 'a', digest: 'd' }
  expect((await ask('open-submission', body)).ok).toBe(false)
  expect((await ask('open-submission', body)).ok).toBe(false)
  expect((await ask('open-submission', body)).ok).toBe(true)
  expect(new Set(ids()).size).toBe(1)
  expect(sent[0]).toEqual({ path: '/api/commands/open-submission', body: { id: ids()[0], expected: null, ...body } })
  // Decided: said once more, it is another one.
  await ask('open-submission', body)
  expect(ids()[3]).not.toBe(ids()[0])
})

it('[CLIENT-526] is another command after a refusal, and for other words or another kind', async () => {
  const { ask, ids } = relay([refused('not-yours', 403), new Error('lost'), new Error('lost'), new Error('lost')])
  await ask('set-fees', { plan: 'p' })
  await ask('set-fees', { plan: 'p' })
  await ask('set-fees', { plan: 'q' })
  await ask('set-seats', { plan: 'p' })
  expect(new Set(ids()).size).toBe(4)
})
