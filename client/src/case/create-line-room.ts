/** The line that is before the eyes, which others there are, and what was found of them. What is found goes to the relay at once, line by line. */

import { isSubmissionFact } from '@yejibu/shared/application/standing-submission'
import type { Submission } from '@yejibu/shared/application/submission'
import type { LineCheck } from '@yejibu/shared/case/case-state'
import type { Fact } from '@yejibu/shared/kernel/fact'
import { type Accessor, createMemo, createSignal } from 'solid-js'
import type { OpenCase } from './create-open-case.ts'
import { linesGone, linesToRead, type SubmissionLine } from './submission-lines.ts'

export interface LineRoom {
  readonly submission: Accessor<Submission | null>
  /** The round before; null in the first. */
  readonly before: Accessor<Submission | null>
  readonly all: Accessor<readonly SubmissionLine[]>
  /** Those in the list: all, or only what changed. */
  readonly listed: Accessor<readonly SubmissionLine[]>
  readonly gone: Accessor<readonly SubmissionLine[]>
  readonly changes: Accessor<number>
  readonly shown: Accessor<SubmissionLine | undefined>
  readonly onlyChanged: Accessor<boolean>
  readonly file: Accessor<number>
  checkOf(key: string): LineCheck | undefined
  unchecked(): readonly SubmissionLine[]
  wrong(): readonly SubmissionLine[]
  show(key: string): void
  showOnlyChanged(on: boolean): void
  look(file: number): void
  step(by: 1 | -1): void
  toNextUnchecked(): void
  /** Resolves with whether it was written down. @param remark null: it is right */
  find(line: SubmissionLine, remark: string | null): Promise<boolean>
}

export interface LineRoomParts {
  readonly open: OpenCase
  /** The line at this address. */
  readonly chosen: Accessor<string | null>
  readonly onChoose: (key: string) => void
}

export function createLineRoom({ open, chosen, onChoose }: LineRoomParts): LineRoom {
  const [onlyChanged, setOnlyChanged] = createSignal(false)
  const [file, setFile] = createSignal(0)
  const filed = () => open.kase()?.filed ?? null
  const submission = createMemo(() => filed()?.submission ?? null)
  const before = createMemo(() => submissionBefore(open.facts()))
  const all = createMemo(() => {
    const now = filed()
    return now ? linesToRead(now.submission, now.before, open.plan()) : []
  })
  const changed = createMemo(() => all().filter(({ change }) => change === 'added' || change === 'changed'))
  const listed = () => (onlyChanged() ? changed() : all())
  const shown = createMemo(() => all().find(({ key }) => key === chosen()) ?? listed()[0])
  const checkOf = (key: string) => {
    const checks = open.kase()?.checks ?? {}
    return Object.hasOwn(checks, key) ? checks[key] : undefined
  }
  const unchecked = () => all().filter(({ key }) => checkOf(key) === undefined)
  const show = (key: string) => {
    if (key !== shown()?.key) setFile(0)
    onChoose(key)
  }
  return {
    submission,
    before,
    all,
    listed,
    gone: createMemo(() => {
      const now = submission()
      return now ? linesGone(before(), now, open.plan()) : []
    }),
    changes: () => changed().length,
    shown,
    onlyChanged,
    file,
    checkOf,
    unchecked,
    wrong: () => all().filter(({ key }) => checkOf(key)?.verdict === 'wrong'),
    show,
    showOnlyChanged: (on) => setOnlyChanged(on),
    look: (at) => setFile(at),
    step(by) {
      const lines = listed()
      const at = lines.findIndex(({ key }) => key === shown()?.key)
      const next = lines[Math.min(lines.length - 1, Math.max(0, at + by))]
      if (next) show(next.key)
    },
    toNextUnchecked() {
      const lines = all()
      const at = lines.findIndex(({ key }) => key === shown()?.key)
      const round = [...lines.slice(at + 1), ...lines.slice(0, at)]
      const next = round.find(({ key }) => checkOf(key) === undefined)
      if (next) show(next.key)
    },
    find(line, remark) {
      const digest = filed()?.digest
      if (digest === undefined) return Promise.resolve(false)
      const verdict = remark === null ? ('right' as const) : ('wrong' as const)
      return open.ask('check-lines', { digest, checks: [{ line: line.key, verdict, remark }] })
    },
  }
}

/** What was submitted before the newest submission, where there was something. */
function submissionBefore(facts: readonly Pick<Fact, 'kind' | 'data'>[]): Submission | null {
  const rounds = facts.filter((fact): fact is Fact & { data: { submission: Submission } } =>
    isSubmissionFact(fact as Fact),
  )
  return rounds.at(-2)?.data.submission ?? null
}
