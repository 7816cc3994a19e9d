/** What was written, at another size of the sheet: a phone that is turned, a window that is made narrower. */
import type { PointGroup } from 'signature_pad'

/** @param factor of the sheet's new width to its old one; its shape stays */
export function scaledStrokes(strokes: readonly PointGroup[], factor: number): PointGroup[] {
  return strokes.map((stroke) => ({
    ...stroke,
    points: stroke.points.map((point) => ({ ...point, x: point.x * factor, y: point.y * factor })),
  }))
}
