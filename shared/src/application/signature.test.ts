import { describe, expect, test } from 'vitest'
import { inkIn, type Pixmap, signatureProblems } from './signature.ts'

/** A sheet on which `draw` says where the ink is. */
function sheet(width: number, height: number, draw: (x: number, y: number) => boolean, isClear = false): Pixmap {
  const rgba = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const isInk = draw(x, y)
      const tone = isInk ? 20 : 255
      rgba.set(isClear && !isInk ? [0, 0, 0, 0] : [tone, tone, tone, 255], (y * width + x) * 4)
    }
  }
  return { width, height, rgba }
}
const problems = (draw: (x: number, y: number) => boolean, isClear = false) =>
  signatureProblems(inkIn(sheet(300, 100, draw, isClear)))
/** Three characters of crossing strokes. */
const name = (x: number, y: number) =>
  y > 20 && y < 80 && [60, 140, 220].some((at) => Math.abs(x - at) < 25 && (Math.abs(x - at) < 2 || y % 20 < 3))

describe('[APP-60] a signature', () => {
  test('that shows characters is legible, on paper and on a clear ground', () => {
    expect(problems(name)).toEqual([])
    expect(problems(name, true)).toEqual([])
  })

  test.each<[string, (x: number, y: number) => boolean, string[]]>([
    ['nothing', () => false, ['empty']],
    ['a dot', (x, y) => Math.hypot(x - 150, y - 50) < 5, ['too-small', 'too-dark']],
    ['a stroke across', (_, y) => Math.abs(y - 50) < 2, ['too-small', 'too-flat', 'too-dark']],
    ['a stroke down', (x, y) => Math.abs(x - 150) < 2 && y > 5, ['too-small', 'too-flat', 'too-dark']],
    ['a black photo', () => true, ['too-dark']],
    ['a frame without anything in it', (x, y) => (x === 0 && y < 60) || (y === 59 && x % 3 === 0), ['too-thin']],
  ])('%s is not', (_, draw, expected) => {
    expect(problems(draw)).toEqual(expected)
  })

  test('in a light pencil is seen as no ink', () => {
    const pale = sheet(300, 100, name)
    for (let i = 0; i < pale.rgba.length; i += 4) if (pale.rgba[i] === 20) pale.rgba.fill(200, i, i + 3)
    expect(signatureProblems(inkIn(pale))).toEqual(['empty'])
  })
})
