import type { PointGroup } from 'signature_pad'
import { expect, it } from 'vitest'
import { scaledStrokes } from './scaled-strokes.ts'

const point = (x: number, y: number) => ({ x, y, pressure: 0.5, time: 7 })
const STROKE: PointGroup = {
  penColor: '#101418',
  minWidth: 1.2,
  maxWidth: 3.6,
  dotSize: 0,
  velocityFilterWeight: 0.7,
  compositeOperation: 'source-over',
  points: [point(80, 20), point(400, 320)],
}

it('[CLIENT-420] what was written keeps its shape and its place on the sheet when that is shown smaller, and comes back', () => {
  const smaller = scaledStrokes([STROKE], 0.5)
  expect(smaller[0]?.points).toEqual([point(40, 10), point(200, 160)])
  expect(smaller[0]).toMatchObject({ penColor: '#101418', maxWidth: 3.6 })
  expect(scaledStrokes(smaller, 2)).toEqual([STROKE])
})
