/** What a door is: a request about one person's things, the same about things that are not there, who is answered, and what her diary says of it. */
import { createHash } from 'node:crypto'
import { orgFor } from '@yejibu/shared/testing/case-history'
import { type ReadyArchive, readyArchive } from '@yejibu/shared/testing/ready-archive'
import type { DiaryWhat } from '@yejibu/shared/wire/diary'
import { CASE_APPLICATION, CASE_PLAN } from '../case-stage.ts'
import { COMMITTEE, EVERYBODY, OWNER } from './people.ts'

export const FILE = new TextEncoder().encode('%PDF-1.4\nzzz\n%%EOF\n')
export const SHA = createHash('sha256').update(FILE).digest('hex')
export const NO_SHA = 'f'.repeat(64)
export const NO_APPLICATION = 'xumingchuan.app0000009'
export const NO_ORG = 'nowhere'
export const ORG = orgFor('MID_MEETING')
export const PLAN = CASE_PLAN.id

/** What would give the person or her application away. */
export const SECRETS = [
  '许明川',
  '330683198803071539',
  '13800000005',
  'app0000001',
  '曹娥江',
  '述职',
  'meeting-pending',
]

/** Nothing of hers is shown, and why that is so. */
export interface NoLine {
  readonly none: string
}

export interface Door {
  readonly real: string
  /** The same about something that is not there; left out where the route names nothing. */
  readonly absent?: string
  /** Who is answered about it. */
  readonly readers: readonly string[]
  /** What the owner's diary says when somebody else is answered. */
  readonly diary: DiaryWhat | NoLine
  readonly json?: (of: 'real' | 'absent') => unknown
  /** Others are answered too, with nothing in it; where left out they are refused. */
  readonly isOpen?: true
  /** Where there is nothing to be had just now, readers are refused like everybody. */
  readonly isMaybe?: true
  /** Of readers who are alike (a paper takes a moment to print) these are enough. */
  readonly tried?: readonly string[]
  /** Beside that, the operator gives accounts out by name. */
  readonly showsNames?: readonly string[]
}

export const none: readonly string[] = []
const CHANGES: NoLine = { none: 'it changes what is the asker’s own and shows nothing' }

export const application = (
  path: (id: string) => string,
  readers: readonly string[],
  diary: Door['diary'],
  more: Partial<Door> = {},
): Door => ({ real: path(CASE_APPLICATION), absent: path(NO_APPLICATION), readers, diary, ...more })

export const own = (path: string): Door => ({
  ...{ real: path, readers: EVERYBODY },
  diary: { none: 'everybody’s own, or everybody’s: it says nothing of another person' },
})

export const office = (
  path: (org: string) => string,
  readers: readonly string[],
  diary: Door['diary'],
  more: Partial<Door> = {},
): Door => ({ real: path(ORG), absent: path(NO_ORG), readers, diary, ...more })

export const employer = (
  path: (org: string) => string,
  readers: readonly string[],
  diary: Door['diary'],
  more: Partial<Door> = {},
): Door => ({ real: path('yuezhou'), absent: path(NO_ORG), readers, diary, ...more })

export const changing = (real: string, absent: string, readers: readonly string[]): Door => ({
  ...{ real, absent, readers, diary: CHANGES },
})

/** Who of the alike readers has a paper printed. */
export const PRINTERS = [OWNER, 'zhoumin', COMMITTEE]

/** Her archive, with a file that is filed with her application. */
export const ARCHIVE: ReadyArchive = archiveWithFile()

function archiveWithFile(): ReadyArchive {
  const ready = readyArchive(OWNER)
  const { history } = ready
  const evidence = [
    { sha256: SHA, bytes: FILE.length, type: 'application/pdf', kind: 'certificate' as const, name: '论文.pdf' },
  ]
  const paper = history.revision('paper-2', 'paper', { title: '曹娥江流域氨氮通量估算', publishYm: '202107' }, evidence)
  history.send(paper).approve(paper)
  return { ...ready, paper }
}
