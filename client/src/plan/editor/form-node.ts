/**
 * The form of a plan, derived from the plan's own schema: what can be published can be edited, and a new key of the schema has its field by
 * itself. Only its words stand elsewhere (`plan-labels.ts`), and a test finds what has none.
 */
import { planSchema } from '@yejibu/shared/plan/plan'
import type { Json } from '@yejibu/shared/plan/plan-drafts-doc'
import * as z from 'zod/mini'

export type FormNode =
  | { readonly kind: 'text'; readonly maxChars: number | null; readonly isLong: boolean; readonly isCode: boolean }
  | { readonly kind: 'number' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'day' }
  | { readonly kind: 'moment' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  /** Some of a fixed list, in its order. */
  | { readonly kind: 'ticks'; readonly options: readonly string[] }
  /** Some of a fixed list, in an order of their own. */
  | { readonly kind: 'steps'; readonly options: readonly string[] }
  /** A list of single values. */
  | { readonly kind: 'lines'; readonly of: FormNode }
  | { readonly kind: 'rows'; readonly of: GroupNode | VariantsNode }
  | GroupNode
  | VariantsNode
  /** Names and a value for each. */
  | { readonly kind: 'pairs'; readonly of: FormNode }
  | { readonly kind: 'conditions' }
  /** What must be so of the entry behind a row of the score table. */
  | { readonly kind: 'matches' }
  | { readonly kind: 'fixed'; readonly value: string }

export interface GroupNode {
  readonly kind: 'group'
  readonly fields: readonly FormField[]
}

export interface VariantsNode {
  readonly kind: 'variants'
  readonly by: string
  readonly options: readonly { readonly value: string; readonly group: GroupNode }[]
}

export interface FormField {
  readonly key: string
  readonly node: FormNode
  /** What says that it is not set; `never` where it always is. */
  readonly absent: 'never' | 'null' | 'missing'
}

const schemaNode: z.ZodMiniType<SchemaNode> = z.looseObject({
  type: z.optional(z.union([z.string(), z.array(z.string())])),
  format: z.optional(z.string()),
  pattern: z.optional(z.string()),
  maxLength: z.optional(z.number()),
  enum: z.optional(z.array(z.nullable(z.string()))),
  const: z.optional(z.unknown()),
  get properties() {
    return z.optional(
      z.record(
        z.string(),
        z.lazy(() => schemaNode),
      ),
    )
  },
  required: z.optional(z.array(z.string())),
  items: z.optional(z.lazy(() => schemaNode)),
  anyOf: z.optional(z.lazy(() => z.array(schemaNode))),
  oneOf: z.optional(z.lazy(() => z.array(schemaNode))),
  additionalProperties: z.optional(z.union([z.boolean(), z.lazy(() => schemaNode)])),
})

interface SchemaNode {
  type?: string | string[] | undefined
  format?: string | undefined
  pattern?: string | undefined
  maxLength?: number | undefined
  enum?: (string | null)[] | undefined
  const?: unknown
  properties?: Record<string, SchemaNode> | undefined
  required?: string[] | undefined
  items?: SchemaNode | undefined
  anyOf?: SchemaNode[] | undefined
  oneOf?: SchemaNode[] | undefined
  additionalProperties?: boolean | SchemaNode | undefined
}

const LINE = 300

export function planForm(): GroupNode {
  const node = nodeOf(schemaNode.parse(z.toJSONSchema(planSchema, { io: 'input' })))
  if (node.kind !== 'group') throw new TypeError('a plan is an object')
  return node
}

function nodeOf(schema: SchemaNode): FormNode {
  if (schema.oneOf || (schema.anyOf && !schema.anyOf.some(isNull)))
    return variantsOf(schema.oneOf ?? schema.anyOf ?? [])
  if (schema.anyOf) return nodeOf(schema.anyOf.find((one) => !isNull(one)) ?? {})
  if (schema.const !== undefined) return { kind: 'fixed', value: String(schema.const) }
  if (schema.enum) return { kind: 'choice', options: schema.enum.filter((one) => one !== null) }
  switch (typeOf(schema)) {
    case 'boolean':
      return { kind: 'flag' }
    case 'integer':
    case 'number':
      return { kind: 'number' }
    case 'array':
      return listOf(nodeOf(schema.items ?? {}))
    case 'object':
      return schema.properties ? groupOf(schema) : { kind: 'pairs', of: pairOf(schema) }
    default:
      return textOf(schema)
  }
}

function textOf({ format, maxLength, pattern }: SchemaNode): FormNode {
  if (format === 'date') return { kind: 'day' }
  if (format === 'date-time') return { kind: 'moment' }
  return {
    kind: 'text',
    maxChars: maxLength ?? null,
    isLong: (maxLength ?? 0) > LINE,
    isCode: pattern?.startsWith('^[A-Za-z]') ?? false,
  }
}

function listOf(of: FormNode): FormNode {
  if (of.kind === 'choice') return { kind: of.options.includes('EMP') ? 'steps' : 'ticks', options: of.options }
  if (of.kind === 'variants' && of.by === 'on') return { kind: 'conditions' }
  if (of.kind === 'variants' && of.by === '') return { kind: 'matches' }
  return of.kind === 'group' || of.kind === 'variants' ? { kind: 'rows', of } : { kind: 'lines', of }
}

function groupOf({ properties = {}, required = [] }: SchemaNode): GroupNode {
  const fields = Object.entries(properties).map(([key, schema]): FormField => {
    const absent = isNullable(schema) ? 'null' : required.includes(key) ? 'never' : 'missing'
    return { key, node: nodeOf(schema), absent }
  })
  return { kind: 'group', fields }
}

/** Told apart by the key that is fixed in each; empty where they are told apart otherwise. */
function variantsOf(schemas: readonly SchemaNode[]): VariantsNode {
  const groups = schemas.map(groupOf)
  const by =
    groups[0]?.fields.find(({ key }) =>
      groups.every((group) => group.fields.some((field) => field.key === key && field.node.kind === 'fixed')),
    )?.key ?? ''
  const options = groups.map((group) => {
    const told = group.fields.find(({ key }) => key === by)?.node
    return { value: told?.kind === 'fixed' ? told.value : '', group }
  })
  return { kind: 'variants', by, options }
}

function pairOf({ additionalProperties }: SchemaNode): FormNode {
  return typeof additionalProperties === 'object'
    ? nodeOf(additionalProperties)
    : { kind: 'text', maxChars: null, isLong: false, isCode: false }
}

function typeOf({ type }: SchemaNode): string | undefined {
  return Array.isArray(type) ? type.find((one) => one !== 'null') : type
}

function isNull({ type }: SchemaNode): boolean {
  return type === 'null'
}

function isNullable({ type, anyOf }: SchemaNode): boolean {
  return (Array.isArray(type) && type.includes('null')) || (anyOf?.some(isNull) ?? false)
}

/** Where a new entry begins, so that what nobody touches is what offices usually ask. */
const USUAL: Readonly<Record<string, Json>> = {
  maxChars: 300,
  maxCount: 10,
  minWorkingDays: 5,
  count: 2,
  formats: ['pdf', 'jpg', 'png'],
  isRequired: true,
}

/** The beginning of a value that is set for the first time. */
export function blankOf(node: FormNode): Json {
  switch (node.kind) {
    case 'text':
    case 'day':
    case 'moment':
      return ''
    case 'number':
      return 0
    case 'flag':
      return false
    case 'choice':
      return node.options[0] ?? ''
    case 'fixed':
      return node.value
    case 'group':
      return Object.fromEntries(
        node.fields.flatMap(({ key, node: of, absent }) =>
          absent === 'missing' ? [] : [[key, absent === 'null' ? null : (USUAL[key] ?? blankOf(of))] as const],
        ),
      )
    case 'variants': {
      const [first] = node.options
      return first ? blankOf(first.group) : {}
    }
    case 'pairs':
      return {}
    default:
      return []
  }
}
