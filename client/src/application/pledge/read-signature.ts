/**
 * A picture of a signature, from the field on the screen or from a file: measured for legibility, cut to what was written and kept as a PNG on white. The
 * same on the desktop and on the phone.
 */
import { inkIn, type SignatureProblem, signatureProblems } from '@yejibu/shared/application/signature'
import { decodePicture } from '../../platform/decode-picture.ts'

export type ReadSignature =
  | { readonly kind: 'legible'; readonly picture: Blob }
  | { readonly kind: 'illegible'; readonly problems: readonly (SignatureProblem | 'unreadable')[] }

/** Pixels of the longest side that is kept. */
const LONGEST_PX = 900
/** Of the written box, left around it. */
const MARGIN = 0.08

export async function signatureIn(source: Blob | HTMLCanvasElement): Promise<ReadSignature> {
  const sheet = source instanceof HTMLCanvasElement ? onWhite(source, source) : await sheetOf(source)
  const paper = sheet?.getContext('2d')
  if (!sheet || !paper) return { kind: 'illegible', problems: ['unreadable'] }
  const { width, height } = sheet
  const ink = inkIn({ width, height, rgba: paper.getImageData(0, 0, width, height).data })
  const problems = signatureProblems(ink)
  if (problems.length > 0 || !ink.box) return { kind: 'illegible', problems }
  const [x, y] = [ink.box.width * MARGIN, ink.box.height * MARGIN]
  const left = Math.max(0, ink.box.x - x)
  const top = Math.max(0, ink.box.y - y)
  const part = {
    width: Math.min(width - left, ink.box.width + 2 * x),
    height: Math.min(height - top, ink.box.height + 2 * y),
  }
  const cut = onWhite(sheet, part, left, top)
  const picture = await new Promise<Blob | null>((resolve) => cut?.toBlob(resolve, 'image/png'))
  return picture ? { kind: 'legible', picture } : { kind: 'illegible', problems: ['unreadable'] }
}

async function sheetOf(file: Blob): Promise<HTMLCanvasElement | null> {
  try {
    const bitmap = await decodePicture(file)
    if (!bitmap) return null
    const sheet = onWhite(bitmap, bitmap)
    bitmap.close()
    return sheet
  } catch {
    return null
  }
}

/** The part of a picture on white, made smaller where it is large, never larger than it was but for the relay's least side. */
function onWhite(
  source: CanvasImageSource,
  { width, height }: { readonly width: number; readonly height: number },
  x = 0,
  y = 0,
): HTMLCanvasElement | null {
  const scale = Math.max(Math.min(1, LONGEST_PX / Math.max(width, height)), 120 / Math.min(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const paper = canvas.getContext('2d')
  if (!paper) return null
  paper.fillStyle = '#fff'
  paper.fillRect(0, 0, canvas.width, canvas.height)
  paper.drawImage(source, x, y, width, height, 0, 0, canvas.width, canvas.height)
  return canvas
}
