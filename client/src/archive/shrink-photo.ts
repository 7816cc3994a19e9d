/** Makes a photo smaller on its owner's wish: no side longer than a full page at 200 dots an inch needs, as JPEG. Text stays readable. */
import { decodePicture } from '../platform/decode-picture.ts'

const LONGEST_PX = 2400
const QUALITY = 0.82

/** From this size on a photo is worth asking about, in bytes. */
export const WORTH_SHRINKING = 2 * 1024 * 1024

export function mayShrink(file: Pick<File, 'type' | 'size'>): boolean {
  return file.size >= WORTH_SHRINKING && (file.type === 'image/jpeg' || file.type === 'image/png')
}

/** The size that a picture gets: never larger, its proportions kept. Pixels. */
export function shrunkSize(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, LONGEST_PX / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** @returns null when the picture cannot be read, or would not become smaller */
export async function shrinkPhoto(file: File): Promise<File | null> {
  try {
    // Turned as the camera held it: the copy carries no mark that says how to turn it.
    const picture = await decodePicture(file)
    if (!picture) return null
    const canvas = document.createElement('canvas')
    Object.assign(canvas, shrunkSize(picture.width, picture.height))
    const paper = canvas.getContext('2d')
    if (!paper) return null
    // What was transparent is paper.
    paper.fillStyle = '#fff'
    paper.fillRect(0, 0, canvas.width, canvas.height)
    paper.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
    if (!blob || blob.size >= file.size) return null
    return new File([blob], `${file.name.replace(/\.[^.]*$/, '')}.jpg`, { type: 'image/jpeg' })
  } catch {
    return null
  }
}
