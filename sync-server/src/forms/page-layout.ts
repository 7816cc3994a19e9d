/**
 * A form as pdfmake's description of pages. Nothing is added but what the form says, the page numbers, the code to check it by and the day of
 * printing; that day is the one thing that differs between two prints of the same data.
 */
import { type Block, type Form, wordsOf } from '@yejibu/shared/forms/form'
import { dayInWords } from '@yejibu/shared/forms/value-words'
import type { Column, Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import { blockContent, type Drawing, gridContent, MM } from './block-layout.ts'
import { checkCode, type QrBars, qrBars } from './check-code.ts'
import type { FormFonts } from './fonts.ts'
import { codeName, missingIn, runsOf } from './runs.ts'
import { inlines, whole } from './text-layout.ts'

export interface Print {
  readonly form: Form
  /** `YYYY-MM-DD`. */
  readonly printedOn: string
  /** Under which the public page stands, e.g. `https://titles.example.gov.cn`; null prints no code. */
  readonly origin: string | null
  /** By SHA-256; a picture that is not among them is left out. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

const SIDE = 18 * MM
const TOP = 16 * MM
const BOTTOM = 25 * MM
const QR = 15 * MM
const A4 = { portrait: 595.28, landscape: 841.89 } as const

export function pageLayout(print: Print, fonts: FormFonts): TDocumentDefinitions {
  const { form } = print
  const width = A4[form.paper] - 2 * SIDE
  const drawing: Drawing = { fonts, width, pictures: print.pictures }
  const address = checkAddress(print)
  const code = address === null ? null : qrBars(address)
  return {
    pageSize: 'A4',
    pageOrientation: form.paper,
    pageMargins: [SIDE, TOP, SIDE, BOTTOM],
    content: [...bodyOf(form, drawing), ...missingNote(form, drawing)],
    defaultStyle: { font: fonts[0].name, fontSize: 10.5, lineHeight: 1.15 },
    ...(form.watermark === null
      ? {}
      : { background: (_page: number, size: PageSize) => watermark(form.watermark ?? '', size, fonts) }),
    footer: (page: number, pages: number) => footer(print, drawing, code, page, pages),
    info: {
      title: form.title,
      creator: '业绩簿',
      producer: '业绩簿',
      // The ledger's moment and not today's, so that the same data gives the same bytes.
      creationDate: new Date(form.checkpoint?.at ?? `${print.printedOn}T00:00:00Z`),
    },
    language: 'zh-CN',
    compress: true,
  }
}

/** A section's title goes into the frame under it, so that it is never left behind. */
function bodyOf({ blocks }: Form, drawing: Drawing): Content[] {
  return blocks.flatMap((block, index) => {
    const [before, next] = [blocks[index - 1], blocks[index + 1]]
    if (isSectionTitle(block) && next?.kind === 'grid') return []
    if (block.kind === 'grid' && isSectionTitle(before)) return [gridContent(block, before.text, false, drawing)]
    return [blockContent(block, before, drawing)]
  })
}

function isSectionTitle(block: Block | undefined): block is Extract<Block, { kind: 'title' }> {
  return block?.kind === 'title' && block.size === 'section'
}

function checkAddress({ form, origin }: Print): string | null {
  return form.checkpoint === null || origin === null ? null : `${origin}/check/${checkCode(form.checkpoint)}`
}

function footer(
  { form, printedOn, origin }: Print,
  drawing: Drawing,
  bars: QrBars | null,
  page: number,
  pages: number,
): Content {
  const code = form.checkpoint === null ? '' : checkCode(form.checkpoint)
  const small = { fontSize: 7.5, color: '#333333' }
  const kept = (text: string) => whole(text, small.fontSize, drawing.width - QR - 4 * MM)
  const dated = `${code === '' ? '' : `核验码 ${code}　`}打印日期：${dayInWords(printedOn)}`
  const how = `扫描右侧二维码，或在 ${origin}/check 输入核验码，可核对台账位置。`
  const lines: Content[] = [
    {
      ...small,
      columns: [
        { text: inlines(form.foot, drawing), width: '*' },
        { text: `第 ${page} 页　共 ${pages} 页`, width: 'auto', noWrap: true },
      ],
    },
    { ...small, ...kept(dated), margin: [0, 3, 0, 0], text: dated },
  ]
  if (bars) lines.push({ ...small, ...kept(how), margin: [0, 3, 0, 0], text: inlines(how, drawing) })
  const stack: Column = { stack: lines, width: '*' }
  return {
    margin: [SIDE, 5 * MM, SIDE, 0],
    columns: bars ? [stack, qr(bars)] : [stack],
    columnGap: 4 * MM,
  }
}

interface PageSize {
  readonly width: number
  readonly height: number
}

/** The plan's words three times across the page, light enough to read through. */
function watermark(words: string, { width, height }: PageSize, fonts: FormFonts): Content {
  const size = Math.min(22, (Math.hypot(width, height) * 0.6) / Math.max(1, [...words].length))
  const font = fonts[0].name
  const angle = -35
  const text = runsOf(words, fonts)
    .map((run) => escaped(run.text))
    .join('')
  const lines = [0.22, 0.5, 0.78].map((part) => {
    const [x, y] = [width / 2, height * part]
    return `<text x="${x}" y="${y}" text-anchor="middle" font-family="${font}" font-size="${size}" fill="#e3e3e3" transform="rotate(${angle} ${x} ${y})">${text}</text>`
  })
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${lines.join('')}</svg>`,
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function qr({ size, bars }: QrBars): Column {
  const unit = QR / size
  const canvas = bars.map(({ x, y, length }) => ({
    type: 'rect' as const,
    x: x * unit,
    y: y * unit,
    w: length * unit,
    h: unit,
    color: '#000000',
    lineWidth: 0,
  }))
  return { canvas, width: QR }
}

function missingNote(form: Form, drawing: Drawing): Content[] {
  const missing = missingIn(wordsOf(form), drawing.fonts)
  if (missing.length === 0) return []
  const names = missing.map(codeName).join('、')
  return [
    {
      text: `造字说明：以下汉字超出本机字库，已以编码标出，请手工填写，或由管理员在数据目录 fonts 文件夹中加入含该字的字体后重新打印：${names}`,
      fontSize: 9,
      margin: [0, 4 * MM, 0, 0],
    },
  ]
}
