/** Employers by a part of the name or by the whole credit code: their names and ids, and nothing else of them. */
import type { Employer } from '@yejibu/shared/account/org'
import type { Directory } from './directory.ts'

/** A name is looked for by at least so many characters, and answered with at most so many employers. */
const SEARCH = { minChars: 2, most: 20 } as const

export async function findEmployers(
  directory: Pick<Directory, 'orgs'>,
  asked: string | undefined,
): Promise<readonly Employer[]> {
  const text = (asked ?? '').trim().slice(0, 100)
  if ([...text].length < SEARCH.minChars) return []
  const found = (await directory.orgs()).filter(
    (org) => org.kind === 'employer' && (org.name.includes(text) || org.creditCode === text.toUpperCase()),
  )
  return found.slice(0, SEARCH.most).map(({ id, name }) => ({ id, name }))
}
