import 'fake-indexeddb/auto'
import { cleanup, screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import type { Submission } from '@yejibu/shared/application/submission'
import type { RevisionEvidence } from '@yejibu/shared/archive/revision'
import { submissionOf } from '@yejibu/shared/testing/form-subject'
import { createSignal } from 'solid-js'
import { afterEach, expect, it } from 'vitest'
import { renderPage } from '../archive/testing/archive-stage.tsx'
import { LineContent } from './line-content.tsx'
import { linesToRead } from './submission-lines.ts'

afterEach(cleanup)

const file = (letter: string): RevisionEvidence => ({
  ...{ sha256: letter.repeat(64), bytes: 2048, type: 'application/pdf', kind: 'evidence' },
})

it('[CLIENT-546] the file that is open stays open, and the focus among the files, when the case is read again', async () => {
  const plain = submissionOf()
  const read = (): Submission => {
    const pulls = plain.pulls.map((pull) => ({
      ...pull,
      content: { ...pull.content, evidence: [file('a'), file('b')] },
    }))
    return structuredClone({ ...plain, pulls })
  }
  const asked: string[] = []
  const [submission, setSubmission] = createSignal(read())
  const [at, look] = createSignal(0)
  const lineIn = (all: Submission) => {
    const line = linesToRead(all, null, undefined).find(({ group }) => group === 'pulls')
    if (!line) throw new Error('nothing was pulled')
    return line
  }
  renderPage(() => (
    <LineContent
      line={lineIn(submission())}
      submission={submission()}
      before={null}
      plan={undefined}
      files={{
        get: async (_archive, sha256) => {
          asked.push(sha256.slice(0, 1))
          return { ok: false, refusal: { kind: 'unreachable' } }
        },
      }}
      at={at()}
      onLook={look}
    />
  ))
  const second = screen.getByRole('button', { name: /^2\. / })
  await userEvent.setup().click(second)
  const said = await screen.findByText(/连接不上|连不上|无法/)
  expect(asked).toEqual(['a', 'b'])
  setSubmission(read())
  expect(second).toHaveFocus()
  expect(second).toHaveAttribute('aria-pressed', 'true')
  expect(said).toBeInTheDocument()
  expect(asked).toEqual(['a', 'b'])
})
