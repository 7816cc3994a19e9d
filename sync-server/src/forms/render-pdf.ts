/** A form as the bytes of a PDF. Runs wherever it is called: the relay calls it in a thread (`pdf-press.ts`). */
import pdfmake from 'pdfmake'
import type { FormFonts } from './fonts.ts'
import { openedFont } from './opened-font.ts'
import { type Print, pageLayout } from './page-layout.ts'
import { isPrintable } from './printable-picture.ts'

/** Files that the PDF writer finds in memory; its types leave them out. */
const { virtualfs: inMemory } = pdfmake as typeof pdfmake & {
  readonly virtualfs: { writeFileSync(name: string, bytes: Uint8Array): void }
}

export async function renderPdf(print: Print, fonts: FormFonts): Promise<Uint8Array> {
  const byName = fonts.map((font, index) => [
    font.name,
    { normal: kept(font.normal, index), bold: kept(font.bold, index) },
  ])
  pdfmake.setFonts(Object.fromEntries(byName))
  const pictures = new Map([...print.pictures].filter(([, bytes]) => isPrintable(bytes)))
  // Nothing is fetched, and no file is read.
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => false)
  return new Uint8Array(await pdfmake.createPdf(pageLayout({ ...print, pictures }, fonts)).getBuffer())
}

/**
 * A font in memory, and its name there. The text's own has the name that the font gives itself: by it the watermark, which is drawn by another part
 * of the writer, finds the one that the document has open.
 */
function kept(path: string, index: number): string {
  const { font, ticket } = openedFont(path)
  const name = index === 0 ? font.postscriptName : path
  inMemory.writeFileSync(name, ticket)
  return name
}
