/** Entries with text that breaks other programs, and what a page may not contain whatever anybody wrote. */
import type { Item, Part } from '@yejibu/shared/archive/item'
import { contentOf, fieldsOf } from '@yejibu/shared/archive/revision'
import { SECTION_KEYS } from '@yejibu/shared/archive/section'
import { hostileStrings } from '@yejibu/shared/archive/transfer/testing/hostile-strings'
import type { ItemId } from '@yejibu/shared/kernel/ids'

/** The six of a megabyte are shown by themselves: they say nothing more in each field. */
export const SHORT = hostileStrings().filter((text) => text.length < 10_000)
export const HUGE = hostileStrings().filter((text) => text.length >= 10_000)
export const PARTS: readonly Part[] = ['profile', ...SECTION_KEYS]

const textFieldsOf = (part: Part) => fieldsOf(part).filter(({ type }) => type.kind === 'text' || type.kind === 'prose')

/** Entries whose text fields hold the strings, each string in one of them. */
export function entriesWith(part: Part, strings: readonly string[]): readonly Item[] {
  const fields = textFieldsOf(part)
  const entries: Item[] = []
  for (let from = 0; from < strings.length; from += fields.length) {
    entries.push({
      id: `entry-${from}` as ItemId,
      part,
      fields: Object.fromEntries(
        fieldsOf(part).map(({ name }) => {
          const at = fields.findIndex((field) => field.name === name)
          return [name, at < 0 ? null : (strings[from + at] ?? null)]
        }),
      ),
      evidence: [
        { sha256: 'ab'.repeat(32), bytes: 4, type: 'application/pdf', kind: 'evidence', name: strings[from] ?? '' },
      ],
      salt: 'cd'.repeat(32),
      otherVersions: [],
      order: `${from}`,
    })
  }
  return entries
}

const ELEMENTS = new Set(['script', 'iframe', 'object', 'embed', 'math', 'style', 'b', 'base', 'meta'])
const LEADING = new Set(['href', 'src', 'xlink:href', 'action'])

/** What a page may not contain: elements and attributes of the strings come to life. */
export function aliveIn(root: Element): readonly string[] {
  const found: string[] = []
  // Not getElementsByTagName: jsdom walks all its elements again for each of them.
  for (const element of root.querySelectorAll('*')) {
    if (ELEMENTS.has(element.localName)) found.push(element.localName)
    for (const { name, value } of element.attributes) {
      const leadsOut = LEADING.has(name) && (/^\s*(?:javascript|data):/i.test(value) || value === 'x')
      if (name.startsWith('on') || name === 'srcdoc' || leadsOut) found.push(`${name}=${value}`)
    }
  }
  return found
}

/** Everything that a reader sees: text and what stands in fields, without line breaks: a field of one line has none. */
export function shownIn(root: Element): string {
  const fields = root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
  return flat([root.textContent ?? '', ...Array.from(fields, ({ value }) => value)].join(' '))
}

export const flat = (text: string): string => text.replace(/[\r\n]/g, '')

export const textsOf = (item: Item): readonly string[] =>
  textFieldsOf(item.part).flatMap(({ name }) => item.fields[name] ?? [])

/** What is sent is in the one spelling that its digest is made from. */
export const sentOf = (item: Item): readonly string[] =>
  textFieldsOf(item.part).flatMap(({ name }) => contentOf(item).fields[name] ?? [])
