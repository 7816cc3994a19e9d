/**
 * Values put into a sentence. In one pass, so that a title which itself looks like a place for a value, or like a pattern of a
 * replacement (`$&`), stays the title it is.
 */
export type FillIns = Readonly<Record<string, string | number | boolean>>

export function fillIn(sentence: string, values: FillIns | undefined): string {
  if (!values) return sentence
  return sentence.replace(/\{\{\s*(\w+)\s*\}\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? isolated(String(values[name])) : place,
  )
}

const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'

/**
 * A value that turns the direction of writing keeps that to itself: the words of the sentence after it stay where they belong. Nothing is
 * taken out of the value; what it closes too often is opened before it, and what it leaves open is closed after it.
 */
function isolated(value: string): string {
  if (!/[\u202a-\u202e\u2066-\u2069]/.test(value)) return value
  let open = 0
  let closedTooOften = 0
  for (const char of value) {
    if (/[\u2066-\u2068]/.test(char)) open++
    else if (char === POP_ISOLATE && open > 0) open--
    else if (char === POP_ISOLATE) closedTooOften++
  }
  return FIRST_STRONG_ISOLATE.repeat(closedTooOften + 1) + value + POP_ISOLATE.repeat(open + 1)
}
