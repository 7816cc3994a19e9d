/** The form is the schema's: nothing of a plan is without a field, a name and a place on the page. */
import { PROFILE } from '@yejibu/shared/archive/profile'
import { planSchema } from '@yejibu/shared/plan/plan'
import { describe, expect, it } from 'vitest'
import { EDITOR_SECTIONS, FIXED_KEYS } from './editor-sections.ts'
import { blankOf, type FormNode, planForm } from './form-node.ts'
import { optionLabel, planLabel } from './plan-labels.ts'

interface Met {
  readonly path: readonly (string | number)[]
  readonly node: FormNode
}

function everything(node: FormNode, path: readonly (string | number)[] = []): readonly Met[] {
  const here: Met = { path, node }
  switch (node.kind) {
    case 'group':
      return [here, ...node.fields.flatMap((field) => everything(field.node, [...path, field.key]))]
    case 'variants':
      return [here, ...node.options.flatMap(({ group }) => everything(group, path))]
    case 'rows':
      return [here, ...everything(node.of, [...path, 0])]
    default:
      return [here]
  }
}

describe('the form of a plan', () => {
  const all = everything(planForm())

  it('[CLIENT-270] every key of the schema stands in one section of the editor, in order', () => {
    const keys = Object.keys(planSchema.shape)
    const shown = EDITOR_SECTIONS.flatMap((section) => section.keys)
    expect([...shown, ...FIXED_KEYS].sort()).toEqual([...keys].sort())
    expect(new Set(shown).size).toBe(shown.length)
  })

  it('[CLIENT-270] every field and every choice has a name in both languages', () => {
    const named = all.filter(({ path }) => typeof path.at(-1) === 'string')
    expect(named.length).toBeGreaterThan(150)
    expect(named.filter(({ path }) => planLabel(path) === undefined).map(({ path }) => path.join('.'))).toEqual([])
    const options = named.flatMap(({ path, node }) => {
      const list =
        node.kind === 'choice' || node.kind === 'ticks' || node.kind === 'steps'
          ? node.options
          : node.kind === 'variants' && node.by !== ''
            ? node.options.map(({ value }) => value)
            : []
      return list.map((option) => [String(path.at(-1)), option] as const)
    })
    expect(options.length).toBeGreaterThan(60)
    expect(options.filter(([key, option]) => optionLabel(key, option) === undefined)).toEqual([])
    expect(PROFILE.fields.length).toBeGreaterThan(0)
  })

  it('[CLIENT-270] tells apart lists of lines, rows, ticks, steps, conditions and matches', () => {
    const kindAt = (path: string) => all.find((met) => met.path.join('.') === path)?.node.kind
    expect([
      kindAt('window.open'),
      kindAt('tenureCutoff'),
      kindAt('specialties'),
      kindAt('asks'),
      kindAt('chains.0.stages'),
      kindAt('attachmentSlots'),
      kindAt('attachmentSlots.0.requiredWhen'),
      kindAt('selfEvaluation.table.groups.0.indicators.0.rows.0.matches'),
      kindAt('educationEquivalence'),
      kindAt('employerScope'),
    ]).toEqual(['moment', 'day', 'lines', 'ticks', 'steps', 'rows', 'conditions', 'matches', 'pairs', 'text'])
  })

  it('[CLIENT-270] a row that was just added has every field of the schema', () => {
    const slots = all.find(({ path }) => path.join('.') === 'attachmentSlots')?.node
    const blank = slots?.kind === 'rows' ? blankOf(slots.of) : null
    const shape = planSchema.shape.attachmentSlots.def.element
    expect(shape.safeParse({ ...Object(blank), code: 'a1', title: '证明' }).success).toBe(true)
  })
})
