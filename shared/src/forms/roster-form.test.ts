import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { subjectOf, submissionOf } from '../testing/form-subject.ts'
import { specialOf } from './group-forms.ts'
import { inRosterOrder, type RosterSubject, rosterForm, rosterOrderOf, rosterTable } from './roster-form.ts'

const CATEGORIES = subjectOf().plan.categories.map(({ code }) => code)

function person(name: string, category: string, special: RosterSubject['special'], id: string): RosterSubject {
  return { subject: subjectOf({ person: { fullName: name }, form: { category }, id }), special }
}

const people = fc.array(
  fc.record({
    name: fc.constantFrom('陈一', '李二', '王三', '张四'),
    category: fc.constantFrom(...CATEGORIES),
    special: fc.constantFrom(null, 'interview' as const, 'expert-nomination' as const, 'skilled' as const),
  }),
  { minLength: 1, maxLength: 12 },
)

describe('the roster', () => {
  test('[FORM-5] stands in the order of the plan whatever the order it came in, numbered from 1', () => {
    fc.assert(
      fc.property(people, fc.nat(), (given, turn) => {
        const all = given.map((one, index) => person(one.name, one.category, one.special, `person-${index}`))
        const turned = [...all.slice(turn % all.length), ...all.slice(0, turn % all.length)]
        const { plan } = subjectOf()
        expect(rosterTable(turned, plan)).toEqual(rosterTable(all, plan))
        const categories = inRosterOrder(all, rosterOrderOf(plan)).map(
          ({ subject }) => subject.submission.form.category,
        )
        expect([...categories].sort((a, b) => CATEGORIES.indexOf(a) - CATEGORIES.indexOf(b))).toEqual(categories)
        const numbers = rosterTable(all, plan)
          .slice(1)
          .map(([number]) => number)
        expect(numbers).toEqual(all.map((_, index) => String(index + 1)))
      }),
    )
  })

  test('[FORM-5] has months as six digits, results by year, and the remark of who applies in a special way', () => {
    const [, row = []] = rosterTable(
      [{ subject: subjectOf({ form: { type: 'landmark' } }), special: 'expert-nomination' }],
      subjectOf().plan,
    )
    expect(row).toContain('198911')
    expect(row).toContain('201206')
    expect(row).toContain('201612')
    expect(row).toContain('2019合格、2020优秀、2021合格')
    expect(row.at(-1)).toMatch(/^专家举荐/)
    const [, usual = []] = rosterTable([{ subject: subjectOf(), special: null }], subjectOf().plan)
    expect(usual.at(-1)).toBe('')
  })

  test('[FORM-5] shows on paper what the sheet holds', () => {
    const all = [
      person('陈一', CATEGORIES[0] ?? '', null, 'person-1'),
      person('李二', CATEGORIES[1] ?? '', null, 'person-2'),
    ] as const
    const { plan } = subjectOf()
    const grid = rosterForm([all[0], all[1]], plan.committee.name).blocks.find(({ kind }) => kind === 'grid')
    const onPaper = grid?.kind === 'grid' ? grid.rows.map((row) => row.map(({ text }) => text)) : []
    expect(onPaper).toEqual(rosterTable(all, plan))
  })

  test('[FORM-5] tells the special ones from the type they applied under, an interview first', () => {
    const landmark = subjectOf({ form: { type: 'landmark' } })
    expect(specialOf(landmark)).toBe('expert-nomination')
    expect(specialOf({ ...landmark, case: { ...landmark.case, isInterviewed: true } })).toBe('interview')
    expect(specialOf(subjectOf())).toBeNull()
    expect(submissionOf().form.type).toBe('normal')
  })
})
