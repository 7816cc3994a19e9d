/** The made-up people of a sample office, empty in a real one, which has no such route, and while the relay is away. */
import { type SamplePerson, samplePersonSchema } from '@yejibu/shared/wire/session'
import * as z from 'zod/mini'
import type { Api } from '../platform/api.ts'

const peopleSchema = z.object({ people: z.array(samplePersonSchema) })

export async function samplePeopleFrom(api: Api): Promise<readonly SamplePerson[]> {
  const answer = await api.call('GET', '/api/sample/people', peopleSchema, { patience: 5_000 })
  return answer.ok ? answer.value.people : []
}

export type SampleGroup = 'applicant' | 'hr' | 'department' | 'committee-office' | 'operator'

const GROUP_OF: Readonly<Record<string, SampleGroup>> = {
  applicant: 'applicant',
  'hr-lead': 'hr',
  'hr-clerk': 'hr',
  department: 'department',
  'committee-office': 'committee-office',
  operator: 'operator',
}

/** By what they do, in the way of a value from the applicant on; a role that is not known here counts as an applicant's. */
export function inGroups(
  people: readonly SamplePerson[],
): readonly { readonly group: SampleGroup; readonly people: readonly SamplePerson[] }[] {
  const order: readonly SampleGroup[] = ['applicant', 'hr', 'department', 'committee-office', 'operator']
  return order.flatMap((group) => {
    const members = people.filter(({ role }) => (GROUP_OF[role] ?? 'applicant') === group)
    return members.length === 0 ? [] : [{ group, people: members }]
  })
}
