/** The one place where a picture somebody chose is decoded: not before its header said that there is room for it. */
import { tooManyPixels } from '@yejibu/shared/archive/picture-size'
import { bytesOf } from './bytes-of.ts'

/** Turned as the camera held it. @returns null when it is too large or the browser cannot read it; the caller closes it */
export async function decodePicture(file: Blob): Promise<ImageBitmap | null> {
  try {
    if (tooManyPixels(new Uint8Array(await bytesOf(file)))) return null
    return await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    return null
  }
}
