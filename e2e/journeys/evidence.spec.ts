/** The files of a group award: a photo too large is made smaller, looked at inside the page, and the proof of a main contributor is asked for. */
import type { Page } from '@playwright/test'
import { ArchiveScreen } from '../screens/archive-screen.ts'
import { expect, test } from '../stage/test.ts'

const CHOICE = 'input[type="file"][multiple]'
const LIMIT = 10 * 1024 * 1024

/** A page with nothing but a headline, as a scanner's program writes it. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`

/** Chooses a photo as a good camera takes it: full of grain, encoded by the browser itself. @returns its size in bytes */
function choosePhoto(page: Page, name: string): Promise<number> {
  return page.locator(CHOICE).evaluate(async (input, called) => {
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: 3000, height: 2000 })
    const paper = canvas.getContext('2d')
    if (!paper || !(input instanceof HTMLInputElement)) throw new Error('no canvas, or no place for files')
    const grain = paper.createImageData(canvas.width, canvas.height)
    for (let at = 0; at < grain.data.length; at += 65_536) {
      crypto.getRandomValues(grain.data.subarray(at, at + 65_536))
    }
    for (let at = 3; at < grain.data.length; at += 4) grain.data[at] = 255
    paper.putImageData(grain, 0, 0)
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 1))
    if (!blob) throw new Error('no picture')
    const chosen = new DataTransfer()
    chosen.items.add(new File([blob], called, { type: 'image/jpeg' }))
    input.files = chosen.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
    return blob.size
  }, name)
}

test('[CLIENT-163] [CLIENT-165] [ARC-16] evidence: a photo over the limit is made smaller and reaches the office, files are seen inside the page, a group award asks for its proof', async ({
  person,
}) => {
  const { page } = await person('luqinghe')
  const archive = new ArchiveScreen(page)
  await archive.openSection('award', '获奖情况')
  await archive.add({
    获奖项目名称: '曹娥江水质自动监测',
    获奖名称: '市科学技术进步奖',
    本人排名: '2',
    参与人数: '5',
    获奖时间: '202011',
  })
  const missing = page.getByText('集体奖项须上传本人系主要完成人的证明，否则申报时不能提取。')
  await expect(missing.first()).toBeVisible()
  const kind = page.getByLabel('新增文件的类别')
  await expect(kind).toHaveValue('mainContributor')
  await kind.selectOption({ label: '证书' })

  // Too large: not added, and not simply refused.
  const taken = await choosePhoto(page, '证书照片.jpg')
  expect(taken).toBeGreaterThan(LIMIT)
  await expect(page.getByText(/“证书照片\.jpg”有.*超过10M，还没有添加/)).toBeVisible()
  await page.getByRole('button', { name: '缩小后添加' }).click()
  const photo = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: '证书照片.jpg', exact: true }) })
  await expect(photo).toContainText('已入单位')
  const [, megabytes] = /([\d.]+) MB/.exec((await photo.textContent()) ?? '') ?? []
  expect(Number(megabytes)).toBeLessThan(taken / 1024 / 1024)
  expect(Number(megabytes)).toBeLessThan(10)
  await expect(page.getByRole('button', { name: '缩小后添加' })).toHaveCount(0)

  // The smaller one, whole, inside the page.
  await photo.getByRole('button', { name: '证书照片.jpg', exact: true }).click()
  const picture = page.getByRole('dialog').getByRole('img', { name: '证书照片.jpg' })
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(2400)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(missing.first()).toBeVisible()

  // The proof, as a PDF; then nothing is missing, and it can be read here.
  await kind.selectOption({ label: '主要完成人证明' })
  await page.locator(CHOICE).setInputFiles({
    name: '主要完成人证明.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(PDF),
  })
  const proof = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: '主要完成人证明.pdf', exact: true }) })
  await expect(proof).toContainText('已入单位')
  await expect(missing).toHaveCount(0)
  await proof.getByRole('button', { name: '主要完成人证明.pdf', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '主要完成人证明.pdf' })
  await expect(dialog.locator('object[type="application/pdf"][data^="blob:"]')).toBeVisible()
  await page.keyboard.press('Escape')
})
