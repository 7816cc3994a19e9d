/** The words of a PDF page by page, as a program reads them that knows nothing of how it was made. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const FILES = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

export async function pdfPages(bytes: Uint8Array): Promise<readonly string[]> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: join(FILES, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(FILES, 'standard_fonts/'),
    verbosity: 0,
  })
  const document = await task.promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  await task.destroy()
  return pages
}

/** Without blanks: where a line breaks is the page's affair. */
export function solid(text: string): string {
  return text.replace(/\s/g, '')
}
