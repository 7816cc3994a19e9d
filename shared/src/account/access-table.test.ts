import { describe, expect, it } from 'vitest'
import type { AccountId, OrgId } from '../kernel/ids.ts'
import { ACCESS, may, type Place, RELATIONS, type Relation, type Resource } from './access-table.ts'
import { type Actor, ROLES } from './actor.ts'

const [OWNER, HERS, OTHERS] = ['xu' as AccountId, 'hers' as OrgId, 'elsewhere' as OrgId]
const PLACE = { owner: OWNER, employer: HERS, org: HERS }
const RESOURCES = Object.keys(ACCESS) as readonly Resource[]
const verbsOf = (resource: Resource): readonly string[] => Object.keys(ACCESS[resource])
/** Each verb is of the resource that it was read from, which the types of a loop over both do not know. */
const asks = (who: Actor, resource: Resource, verb: string, place: Place) => may(who, resource, verb as never, place)

const actor = (accountId: string, role: Actor['memberships'][number]['role'] | null, orgId: OrgId): Actor => ({
  accountId: accountId as AccountId,
  memberships: role === null ? [] : [{ orgId, role }],
})

/** What each role at the very place is to somebody else's things there, in words of its own. */
const IS: Readonly<Record<(typeof ROLES)[number], readonly Relation[]>> = {
  applicant: [],
  'hr-lead': ['reviewer', 'reviewer-here', 'hr', 'lead'],
  'hr-clerk': ['reviewer', 'reviewer-here', 'hr'],
  department: ['officer'],
  'committee-office': ['officer', 'committee-office'],
  operator: ['operator', 'judge'],
}
/** An operator is one wherever she was named; nobody else is anything to another organisation. */
const IS_ELSEWHERE: Partial<typeof IS> = { operator: ['operator', 'judge'] }

const isGranted = (resource: Resource, verb: string, relations: readonly Relation[]) => {
  const row: Readonly<Record<string, readonly Relation[]>> = ACCESS[resource]
  return relations.some((relation) => row[verb]?.includes(relation))
}

describe('the access table', () => {
  it('[ACC-40] gives every role at every place exactly what its relations are given, resource by resource and verb by verb', () => {
    let asked = 0
    for (const resource of RESOURCES) {
      for (const verb of verbsOf(resource)) {
        for (const role of ROLES) {
          const tries: readonly (readonly [Actor, readonly Relation[]])[] = [
            [actor('other', role, HERS), IS[role]],
            [actor('other', role, OTHERS), IS_ELSEWHERE[role] ?? []],
            [actor('xu', role, HERS), ['owner', ...IS[role].filter(isNotOfAnother)]],
            [actor('xu', role, OTHERS), ['owner', ...(IS_ELSEWHERE[role] ?? []).filter(isNotOfAnother)]],
            [actor('other', null, HERS), []],
          ]
          for (const [who, relations] of tries) {
            asked++
            expect([resource, verb, who, asks(who, resource, verb, PLACE)]).toEqual([
              ...[resource, verb, who],
              isGranted(resource, verb, relations),
            ])
          }
        }
      }
    }
    expect(asked).toBeGreaterThan(500)
  })

  it('[ACC-40] every relation stands in some row, and to nobody’s thing in no organisation only an operator is anything', () => {
    const used = RESOURCES.flatMap((resource) => Object.values(ACCESS[resource]).flat())
    expect(RELATIONS.filter((relation) => !used.includes(relation))).toEqual([])
    for (const resource of RESOURCES) {
      for (const verb of verbsOf(resource)) {
        for (const role of ROLES) {
          const isGiven = asks(actor('other', role, HERS), resource, verb, {})
          expect([resource, verb, role, isGiven]).toEqual([
            ...[resource, verb, role],
            role === 'operator' && isGranted(resource, verb, ['operator']),
          ])
        }
      }
    }
  })

  it('[ACC-40] a person’s private things and her draft are in nobody else’s row', () => {
    const others = (resource: Resource) => Object.values(ACCESS[resource]).flat().filter(isNotHerself)
    expect(['private', 'draft', 'submitted'].flatMap((resource) => others(resource as Resource))).toEqual([])
    expect(others('archive')).toEqual(['reviewer', 'reviewer'])
  })
})

/** Nobody reviews or judges herself. */
function isNotOfAnother(relation: Relation): boolean {
  return relation !== 'reviewer' && relation !== 'reviewer-here' && relation !== 'judge'
}

function isNotHerself(relation: Relation): boolean {
  return relation !== 'owner'
}
