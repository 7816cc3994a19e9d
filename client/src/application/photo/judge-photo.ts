/**
 * A file that was chosen as the photo, judged by its bytes with the rule that the relay applies, and by the upper corners of its picture (V-PHOTO-BG), at
 * which only a browser looks. What a camera wrote into it is gone before it is judged.
 */
import { jpegOrientation, withoutMetadata } from '@yejibu/shared/application/jpeg-metadata'
import { type PhotoProblem, photoProblems } from '@yejibu/shared/application/photo'
import { cornersOf } from '@yejibu/shared/application/photo-corners'
import { isJpeg, jpegPixels } from '@yejibu/shared/archive/picture-size'
import type { Plan } from '@yejibu/shared/plan/plan'
import type { Picture } from './make-photo.ts'

export interface JudgedPhoto {
  /** Without what a camera wrote; as it was where it is no JPEG. */
  readonly file: File
  readonly problems: readonly PhotoProblem[]
  /** A camera held sideways: its picture must be turned before its note about that goes. */
  readonly isTurned: boolean
}

/** @param picture as the browser reads it; null where it cannot */
export async function judgePhoto(chosen: File, rule: Plan['photo'], picture: Picture | null): Promise<JudgedPhoto> {
  const bytes = new Uint8Array(await chosen.arrayBuffer())
  const clean = isJpeg(bytes) ? withoutMetadata(bytes) : bytes
  const file = isJpeg(bytes) ? new File([clean], chosen.name, { type: 'image/jpeg' }) : chosen
  const pixels = jpegPixels(clean)
  const problems = photoProblems(rule, {
    name: chosen.name,
    bytes: clean.length,
    // A JPEG in which no frame can be found is none.
    isJpeg: pixels !== null,
    pixels,
    corners: picture && cornersIn(picture),
  })
  return { file, problems, isTurned: jpegOrientation(bytes) !== 1 }
}

export function isBlockingPhoto({ problems, isTurned }: JudgedPhoto): boolean {
  return isTurned || problems.some((problem) => problem.severity === 'error')
}

function cornersIn({ canvas, width, height }: Picture) {
  const paper = canvas.getContext('2d')
  return paper && cornersOf({ width, height, rgba: paper.getImageData(0, 0, width, height).data })
}
