/**
 * The line formats in which reference managers and CNKI export: one tag and its value on each line, records one after another.
 * They differ in how a tag is written and which one begins a record, so one reader serves them all.
 *
 * Always true: every line that is not blank lies in exactly one row, a stray one in a row of its own.
 */

export type TaggedFormat = 'ris' | 'endnote' | 'refworks' | 'noteexpress' | 'cnki'

export interface TaggedRow {
  readonly row: number
  /** In the order of the file; empty when no line of the row is of the format. */
  readonly tags: readonly (readonly [tag: string, value: string])[]
  /** How the row begins, for people. */
  readonly begins: string
}

interface Grammar {
  readonly line: RegExp
  readonly begins: RegExp
  readonly ends?: RegExp
}

const GRAMMARS: Readonly<Record<TaggedFormat, Grammar>> = {
  // RIS: two characters, two blanks, a hyphen. CNKI and others are loose with the blanks.
  ris: { line: /^([A-Z][A-Z0-9])\s{1,2}-(?:\s(.*))?$/, begins: /^TY$/, ends: /^ER$/ },
  // EndNote's tagged form is Refer with %0 in front.
  endnote: { line: /^(%[\w!@#$&*()+^?=~<>:;[\]])(?:\s+(.*))?$/, begins: /^%0$/ },
  // Its tags are two capitals, like words of an abstract that goes on in the next line: only known ones count. CNKI writes `vo` small.
  refworks: {
    line: /^(RT|SR|ID|A[1-6]|T[1-3]|JF|JO|YR|FD|VO|vo|IS|SP|OP|K1|AB|NO|ED|PB|PP|SN|AV|AD|AN|LA|CL|SF|OT|LK|DO|CN|DB|DS|IP|RD|ST|U[1-9]|UL|SL|LL|CR|WT|W[VP]|OL|FN)(?:\s+(.*))?$/,
    begins: /^RT$/,
  },
  noteexpress: { line: /^\{([^{}]{1,60})\}:\s?(.*)$/, begins: /^Reference Type$/i },
  cnki: { line: /^([A-Za-z]{2,20})-[^:：]{1,20}[:：]\s?(.*)$/, begins: /^(?:DataType|SrcDatabase)$/ },
}

const BLANK = /^[\s\uFEFF]*$/

/** The format whose records begin most often in the text, or null. */
export function taggedFormatOf(text: string): TaggedFormat | null {
  let best: { readonly format: TaggedFormat; readonly count: number } | null = null
  const lines = linesOf(text).slice(0, 5_000)
  for (const format of ['ris', 'endnote', 'refworks', 'noteexpress', 'cnki'] as const) {
    const { line, begins } = GRAMMARS[format]
    const count = lines.filter((one) => begins.test(line.exec(one)?.[1] ?? '')).length
    if (count > (best?.count ?? 0)) best = { format, count }
  }
  return best?.format ?? null
}

export function readTagged(text: string, format: TaggedFormat): readonly TaggedRow[] {
  const { line, begins, ends } = GRAMMARS[format]
  const rows: { tags: [string, string][]; begins: string }[] = []
  let open: (typeof rows)[number] | undefined
  /** A record is open, and not only stray lines. */
  let isRecord = false
  for (const one of linesOf(text)) {
    if (BLANK.test(one)) continue
    const [, tag, value = ''] = line.exec(one) ?? []
    if (tag !== undefined && begins.test(tag)) {
      // CNKI writes DataType and SrcDatabase into the same record: the second of them begins none.
      const isSecond = format === 'cnki' && open?.tags.length === 1
      if (!isSecond) {
        open = { tags: [], begins: one.slice(0, 80) }
        rows.push(open)
        isRecord = true
      }
    }
    if (!open) {
      open = { tags: [], begins: one.slice(0, 80) }
      rows.push(open)
    }
    if (tag !== undefined && ends?.test(tag)) {
      open = undefined
      isRecord = false
    } else if (tag !== undefined && isRecord) open.tags.push([tag, value.trim()])
    else appendLine(open.tags, one)
  }
  return rows.map((row, at) => ({ row: at + 1, tags: row.tags, begins: row.begins }))
}

/** A line without a tag goes on with the value before it. */
function appendLine(tags: [string, string][], line: string): void {
  const last = tags.at(-1)
  if (last) last[1] = last[1] === '' ? line.trim() : `${last[1]}\n${line.trim()}`
}

function linesOf(text: string): readonly string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n|\u2028/)
}
