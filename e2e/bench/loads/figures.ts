/** Prints what was measured, with its ratio to the baselines of the same run and what the design asks for. */
import type { Name } from './running.ts'

const measured = new Map<string, Map<Name, number>>()

const REACH: Readonly<Record<string, string>> = {
  'saturated, 10 rooms × 5: updates': '≥ 2.5 × hocuspocus',
  'saturated, 10 rooms × 5: processor per update': '≤ 16',
  'delivery after the commit p95, 50 rooms × 10, 40/s': '≤ 1.2',
  'cold open, 200 items in 3,201 updates': '≤ 6',
  'cold open, 200 items in 3,201 updates, 100 at once': '≤ 150',
  'memory of an idle connection, from none to 2,000': '≤ 11',
}

export function note(name: Name, what: string, value: number, unit: string): void {
  const known = measured.get(what) ?? new Map<Name, number>()
  measured.set(what, known.set(name, value))
  const to = (baseline: Name) => {
    const other = known.get(baseline)
    return name !== baseline && other ? [`${(value / other).toFixed(2)} × ${baseline}`] : []
  }
  const ratio = [...to('hocuspocus'), ...to('bare-ws')].join(', ')
  const reach = name === 'ours' ? REACH[what] : undefined
  const rounded = Number(value.toPrecision(3))
  const figure = { what: `${what} — ${name}`, value: rounded, unit, reach, ...(ratio && { ratio }) }
  process.stdout.write(`${JSON.stringify(figure)}\n`)
}

/** p50, p95 and p99. */
export function noteDelays(name: Name, what: string, load: string, delays: readonly number[]): void {
  if (delays.length === 0) return
  const sorted = [...delays].sort((a, b) => a - b)
  for (const part of [50, 95, 99]) {
    const value = sorted[Math.floor(((sorted.length - 1) * part) / 100)] ?? Number.NaN
    note(name, `${what} p${part}, ${load}`, value, 'ms')
  }
}
