/** Work over many values that lets the page breathe: a slice at a time, then whatever the person does, then the next. */
const SLICE_MILLISECONDS = 8

export async function inSlices<Value>(values: readonly Value[], work: (value: Value) => void): Promise<void> {
  let until = performance.now() + SLICE_MILLISECONDS
  for (const value of values) {
    work(value)
    if (performance.now() < until) continue
    await new Promise((resolve) => setTimeout(resolve, 0))
    until = performance.now() + SLICE_MILLISECONDS
  }
}
