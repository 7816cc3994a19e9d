/** The diary. It follows from no fact, so it is no view, and it is in every backup. */
import type { Role } from '@yejibu/shared/account/actor'
import type { DiaryEntry, DiaryWhat } from '@yejibu/shared/wire/diary'
import type { Diary, Look } from '../../account/diary.ts'
import { diskCause } from '../disk-trouble.ts'
import { query, run, type Store } from '../store.ts'

const HOUR = 3_600_000

interface Row {
  readonly name: string | null
  readonly org: string | null
  readonly role: string
  readonly what: string
  readonly subject: string
  readonly first_at: number
  readonly last_at: number
  readonly times: number
}

export function openDiary(store: Store, now: () => Date): Diary {
  const again = query(
    `UPDATE access_diary SET last_at = ?1, times = times + 1
     WHERE owner = ?2 AND actor = ?3 AND org = ?4 AND what = ?5 AND subject = ?6 AND first_at > ?7`,
  )
  const first = query('INSERT INTO access_diary VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)')
  const of = query<Row>(
    `SELECT p.name, o.name AS org, d.role, d.what, d.subject, d.first_at, d.last_at, d.times FROM access_diary AS d
     LEFT JOIN view_person AS p ON p.id = d.actor LEFT JOIN view_org AS o ON o.id = d.org
     WHERE d.owner = ? ORDER BY d.last_at DESC, d.actor, d.org, d.what, d.subject LIMIT 500`,
  )
  // What a disk that takes nothing could not note yet: reading goes on meanwhile, and the lines are written with the next that can be.
  let waiting: readonly (Look & { readonly at: number })[] = []

  const write = (looks: typeof waiting) =>
    store.transaction(function* () {
      for (const { owner, actor, org, role, what, subject, at } of looks) {
        const noted = yield* run(again, at, owner, actor, org ?? '', what, subject, at - HOUR)
        if (noted === 0) yield* run(first, owner, actor, org ?? '', role, what, subject, at, at)
      }
    })

  const note = async (...looks: readonly Look[]): Promise<void> => {
    const at = now().getTime()
    const unwritten = [...waiting, ...looks.map((look) => ({ ...look, at }))]
    if (unwritten.length === 0) return
    waiting = []
    try {
      await write(unwritten)
    } catch (error) {
      if (!diskCause(error)) throw error
      waiting = [...unwritten, ...waiting]
    }
  }

  return {
    note,
    async of(owner) {
      await note()
      return (await store.all(of, owner)).map(
        (row): DiaryEntry => ({
          name: row.name ?? '',
          org: row.org ?? '',
          role: row.role as Role | 'expert',
          what: row.what as DiaryWhat,
          subject: row.subject,
          firstAt: new Date(row.first_at).toISOString(),
          lastAt: new Date(row.last_at).toISOString(),
          times: row.times,
        }),
      )
    },
  }
}
