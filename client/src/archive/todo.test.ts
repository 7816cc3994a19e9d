import type { Item } from '@yejibu/shared/archive/item'
import { readinessOf } from '@yejibu/shared/archive/readiness'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import { reviewOf } from '@yejibu/shared/review/review'
import { standingOf } from '@yejibu/shared/review/standing'
import { ReviewHistory } from '@yejibu/shared/testing/review-history'
import { expect, it } from 'vitest'
import { todosOf } from './todo.ts'

function itemOf(id: string, part: Item['part']): Item {
  return { id: id as ItemId, part, fields: {}, evidence: [], salt: 'a'.repeat(64), otherVersions: [], order: '1' }
}

it('[CLIENT-46] what was returned stays on the list with its reason, changed or not, until it is sent again', () => {
  const paper = itemOf('paper-1', 'paper')
  const readiness = readinessOf(
    { profile: itemOf('profile', 'profile'), items: [paper] },
    { employerName: null, today: '2022-09-01' },
  )
  const history = new ReviewHistory('luqinghe')
  const first = history.revision('paper-1', 'paper', { title: '初稿' })
  const second = history.revision('paper-1', 'paper', { title: '改稿' })
  history.send(first).returned(first)
  const kinds = (digest: string) =>
    todosOf([paper], (id) => standingOf(digest, reviewOf(history.review(), id)), readiness)
      .filter((todo) => 'reason' in todo)
      .map((todo) => [todo.kind, 'reason' in todo ? todo.reason : ''])
  expect(kinds(first.digest)).toEqual([['returned', '扫描件不清晰']])
  expect(kinds(second.digest)).toEqual([['not-sent-again', '扫描件不清晰']])
  history.send(second)
  expect(kinds(second.digest)).toEqual([])
})
