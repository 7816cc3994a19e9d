/**
 * A one-page PDF written by hand (ISO 32000-1): a certificate-like page with its title, whose it is and a seal. Chinese is set in
 * the predefined STSong-Light, which viewers bring themselves; the Latin line below it reads everywhere. Offsets in the
 * cross-reference table are exact, so no viewer has to repair the file.
 */

export interface Page {
  /** Chinese, shown large. */
  readonly title: string
  /** ASCII. */
  readonly latin: string
  /** Digits of the certificate's number. */
  readonly number: string
}

export function certificatePdf(page: Page): Uint8Array {
  const content = [
    '0.66 0.52 0.24 RG 3 w 36 36 523 770 re S 1 w 44 44 507 754 re S',
    `BT /F1 22 Tf 80 690 Td <${utf16Hex(page.title)}> Tj ET`,
    `BT /F2 12 Tf 80 650 Td (${escaped(page.latin)}) Tj ET`,
    `BT /F2 10 Tf 80 628 Td (No. ${escaped(page.number)}) Tj ET`,
    '0.45 g',
    ...[560, 530, 500, 470, 440, 410].map((y, at) => `80 ${y} ${300 + ((at * 53) % 120)} 6 re f`),
    `0.8 0.15 0.15 RG 4 w ${circle(430, 200, 60)} S`,
    `0.8 0.15 0.15 rg ${star(430, 200, 28)} f`,
    `BT /F1 12 Tf 358 112 Td <${utf16Hex('示例材料（虚构）')}> Tj ET`,
  ].join('\n')
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 7 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) ' +
      '/Supplement 2 >> /DW 1000 /FontDescriptor 8 0 R >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 ' +
      '/Descent -120 /CapHeight 880 /StemV 93 >>',
  ])
}

/** Every character is ASCII, so lengths in characters are lengths in bytes. */
function assemble(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.5\n'
  const offsets: number[] = []
  objects.forEach((body, at) => {
    offsets.push(file.length)
    file += `${at + 1} 0 obj\n${body}\nendobj\n`
  })
  const xref = file.length
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`
  return new Uint8Array(Buffer.from(file, 'latin1'))
}

function utf16Hex(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex')
}

function escaped(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').replace(/[\\()]/g, '\\$&')
}

function circle(x: number, y: number, radius: number): string {
  const bend = radius * 0.5523
  const to = (...n: number[]) => n.map((value) => value.toFixed(1)).join(' ')
  return [
    `${to(x + radius, y)} m`,
    `${to(x + radius, y + bend, x + bend, y + radius, x, y + radius)} c`,
    `${to(x - bend, y + radius, x - radius, y + bend, x - radius, y)} c`,
    `${to(x - radius, y - bend, x - bend, y - radius, x, y - radius)} c`,
    `${to(x + bend, y - radius, x + radius, y - bend, x + radius, y)} c`,
  ].join(' ')
}

function star(x: number, y: number, radius: number): string {
  return Array.from({ length: 5 }, (_, at) => {
    const angle = Math.PI / 2 + (at * 4 * Math.PI) / 5
    const point = `${(x + radius * Math.cos(angle)).toFixed(1)} ${(y + radius * Math.sin(angle)).toFixed(1)}`
    return `${point} ${at === 0 ? 'm' : 'l'}`
  }).join(' ')
}
