/**
 * The rules of the SPEC.md files and the tests that hold them, compared in both directions.
 *
 * A rule is defined by `**[ARC-4]**` in a SPEC.md, once in the project. A test cites it when its title begins with the id:
 * `[ARC-4] pulls only what is approved`; several ids may stand one after the other.
 */

export interface TextFile {
  readonly path: string
  readonly text: string
}

/** What does not fit, each list sorted. All empty when rules and tests agree. */
export interface SpecGaps {
  /** Defined, but no test's title begins with it. */
  readonly untested: readonly string[]
  /** `id (path)`: cited by a title, but defined nowhere. */
  readonly undefinedIds: readonly string[]
  /** Defined more than once. */
  readonly repeated: readonly string[]
}

const ID = '[A-Z]+-[0-9]+[a-z]?'

/** Compares definitions with citations. Pure. */
export function specGaps(specs: readonly TextFile[], tests: readonly TextFile[]): SpecGaps {
  const defined = specs.flatMap((spec) => definedIds(spec.text))
  const cited = tests.flatMap(({ path, text }) => citedIds(text).map((id) => ({ id, path })))
  const definedOnce = new Set(defined)
  const citedOnce = new Set(cited.map(({ id }) => id))
  return {
    untested: sorted([...definedOnce].filter((id) => !citedOnce.has(id))),
    undefinedIds: sorted(cited.filter(({ id }) => !definedOnce.has(id)).map(({ id, path }) => `${id} (${path})`)),
    repeated: sorted(defined.filter((id, index) => defined.indexOf(id) !== index)),
  }
}

/** A rule of the domain and the sentences that people read when it is not met, `{…}` standing for values. */
export interface SaidRule {
  readonly code: string
  readonly sentences: readonly string[]
}

/** `code: sentence` for each sentence that no test cites word for word. A test file is one that cites a rule of a SPEC.md. Pure. */
export function unsaidRules(rules: readonly SaidRule[], tests: readonly TextFile[]): readonly string[] {
  const citing = tests.filter(({ text }) => citedIds(text).length > 0)
  return rules.flatMap(({ code, sentences }) =>
    sentences.flatMap((sentence) => {
      const said = sentenceWithValues(sentence)
      return citing.some(({ text }) => said.test(text)) ? [] : `${code}: ${sentence}`
    }),
  )
}

/** A value is short and ends neither the line nor the string it stands in. */
function sentenceWithValues(sentence: string): RegExp {
  const fixed = sentence.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(fixed.join('[^\'"`\\n]{1,40}?'))
}

function definedIds(text: string): string[] {
  return [...text.matchAll(new RegExp(`\\*\\*\\[(${ID})\\]\\*\\*`, 'g'))].flatMap((match) => match[1] ?? [])
}

/** The ids at the beginning of a string in a test file: nothing but a title begins with one. */
function citedIds(text: string): string[] {
  const titles = text.matchAll(new RegExp(`['"\`]((?:\\[${ID}\\]\\s*)+)`, 'g'))
  return [...titles].flatMap((title) => [...(title[1] ?? '').matchAll(new RegExp(ID, 'g'))].map((id) => id[0]))
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort()
}
