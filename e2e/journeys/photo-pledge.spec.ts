/** From a picture of a phone to a photo that passes, by keys; and a pledge that is signed on a second device without a sign-in. */
import type { Page } from '@playwright/test'
import { readApplication } from '@yejibu/shared/application/application-doc'
import { jpegOrientation } from '@yejibu/shared/application/jpeg-metadata'
import { photoProblems } from '@yejibu/shared/application/photo'
import { isJpeg, jpegPixels } from '@yejibu/shared/archive/picture-size'
import { PHOTO } from '@yejibu/shared/plan/plans/notice-parts'
import { HandMadeClient } from '../stage/hand-made-client.ts'
import { signByFinger, signByHand } from '../stage/sign-by-hand.ts'
import { expect, test } from '../stage/test.ts'

/** A portrait on white as a phone that was held upright writes it: on its side, with a note to turn it and where it was taken. */
async function phonePicture(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 2400
    canvas.height = 1800
    const paper = canvas.getContext('2d')
    if (!paper) throw new Error('no canvas')
    paper.fillStyle = '#fff'
    paper.fillRect(0, 0, 2400, 1800)
    // Hair, skin and cloth have grain: a flat drawing would compress to nothing.
    for (let i = 0; i < 60_000; i++) {
      const x = (i * 7919) % 1500
      const y = 450 + ((i * 104_729) % 900)
      paper.fillStyle = `rgb(${(i * 31) % 200}, ${(i * 17) % 160}, ${(i * 13) % 120})`
      paper.fillRect(900 + x, y, 9, 9)
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? ''
  })
  const jpeg = Buffer.from(base64, 'base64')
  const body = Buffer.from(
    'Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0GPS 30.0N 120.6E',
    'latin1',
  )
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255])
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)])
}

async function startedDraft(page: Page): Promise<string> {
  await page.goto('/application')
  await page.getByRole('button', { name: '马上申报' }).first().click()
  await page.getByRole('heading', { level: 2, name: '填报任务' }).waitFor()
  return new URL(page.url()).pathname
}

test('[CLIENT-220] [CLIENT-221] a picture of a phone, held sideways and full of notes, becomes a photo that passes', async ({
  person,
  relay,
}) => {
  const { page } = await person('xumingchuan')
  const application = await startedDraft(page)
  await page.goto(`${application}/photo`)
  const file = { name: 'IMG_0831.JPG', mimeType: 'image/jpeg', buffer: await phonePicture(page) }
  expect(jpegOrientation(file.buffer)).toBe(6)
  await page.locator('input[type=file]').first().setInputFiles(file)
  await expect(page.getByText('“IMG_0831.JPG”还不能用')).toBeVisible()
  await expect(page.getByText(/证件照宽高比须在0.65至0.8之间/)).toBeVisible()
  await page.getByRole('button', { name: '裁剪这张照片' }).click()
  const frame = page.getByRole('application', { name: /^裁剪框/ })
  await expect(frame).toBeFocused()
  for (const key of ['+', '+', '-', 'ArrowDown', 'ArrowLeft']) await page.keyboard.press(key)
  await page.getByRole('button', { name: '使用这张照片' }).click()
  const photo = page.getByRole('img', { name: '本人证件照' })
  await expect(photo).toBeVisible()

  // As the relay has it: what it judges and freezes.
  const xu = await HandMadeClient.signIn(relay.url, 'xumingchuan')
  const document = await xu.open(application.slice(1))
  await document.until(() => readApplication(document.doc).filing.photo !== null)
  const { sha256 = '', bytes } = readApplication(document.doc).filing.photo ?? {}
  document.close()
  const fetched = () =>
    fetch(`${relay.url}/api/evidence/${sha256}?archive=xumingchuan`, { headers: { cookie: xu.cookie } })
  await expect.poll(async () => (await fetched()).status).toBe(200)
  const kept = new Uint8Array(await (await fetched()).arrayBuffer())
  expect(kept.length).toBe(bytes)
  const pixels = jpegPixels(kept)
  const measure = { name: 'photo.jpg', bytes: kept.length, isJpeg: isJpeg(kept), pixels, corners: null }
  expect(photoProblems(PHOTO, measure)).toEqual([])
  expect(new TextDecoder('latin1').decode(kept)).not.toMatch(/Exif|GPS/)
  await page.reload()
  await expect(photo).toBeVisible()
})

test('[CLIENT-225] [RELAY-91] a pledge is signed on a phone that nobody is signed in on, and is on the desktop at once', async ({
  person,
  browser,
  relay,
}) => {
  const { page } = await person('xumingchuan')
  const application = await startedDraft(page)
  await page.goto(`${application}/pledge`)
  await page.getByRole('button', { name: '签署', exact: true }).click()
  await expect(page.getByText('还没有签名。')).toBeVisible()
  await page.getByLabel('用手机签名').check()
  const address = page.getByText(/\/sign#/)
  await expect(page.getByRole('img', { name: '签署承诺书的二维码' })).toBeVisible()
  const link = (await address.textContent()) ?? ''

  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true })
  const phone = await context.newPage()
  await phone.goto(link)
  await expect(phone.getByText('许＊川')).toBeVisible()
  await expect(phone.getByText('许明川')).toHaveCount(0)
  await expect(phone).toHaveURL(/\/sign$/)
  await signByFinger(phone)
  await phone.getByRole('button', { name: '签署', exact: true }).click()
  await expect(phone.getByText('签名已送到电脑上的申报页面')).toBeVisible()

  await expect(page.getByRole('img', { name: '本人签名' })).toBeVisible()
  await expect(page.getByText(/^签署于/)).toBeVisible()
  await phone.goto('about:blank')
  await phone.goto(link)
  await expect(phone.getByRole('heading', { name: '链接已失效' })).toBeVisible()
  await context.close()

  const token = new URL(link).hash.slice(1)
  const lu = await HandMadeClient.signIn(relay.url, 'luqinghe')
  expect((await lu.request('POST', '/api/signing/page', { token })).refusal).toEqual({ kind: 'link-spent' })

  // On this screen, again: the new signature takes the place of the old one.
  await page.getByRole('button', { name: '重新签署' }).click()
  await page.getByLabel('在本屏签名').check()
  await signByHand(page)
  const before = await page.getByRole('img', { name: '本人签名' }).getAttribute('src')
  await page.getByRole('button', { name: '签署', exact: true }).click()
  await expect(page.getByRole('button', { name: '重新签署' })).toBeVisible()
  await expect(page.getByRole('img', { name: '本人签名' })).not.toHaveAttribute('src', before ?? '')
})

test('[CLIENT-250] a pledge signed on a phone while the desktop was closed is there when it is opened again', async ({
  person,
  browser,
}) => {
  const { page } = await person('xumingchuan')
  const application = await startedDraft(page)
  await page.goto(`${application}/pledge`)
  await page.getByLabel('用手机签名').check()
  const link = (await page.getByText(/\/sign#/).textContent()) ?? ''
  await page.goto('/archive')

  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true })
  const phone = await context.newPage()
  await phone.goto(link)
  await signByFinger(phone)
  await phone.getByRole('button', { name: '签署', exact: true }).click()
  await expect(phone.getByText('签名已送到电脑上的申报页面')).toBeVisible()
  await context.close()

  await page.goto(`${application}/pledge`)
  await expect(page.getByText('手机上已签好')).toBeVisible()
  await expect(page.getByRole('img', { name: '手机上的签名' })).toBeVisible()
  await page.getByRole('button', { name: '使用这份签名' }).click()
  await expect(page.getByRole('img', { name: '本人签名' })).toBeVisible()
  await page.reload()
  await expect(page.getByText(/^签署于/)).toBeVisible()
  await expect(page.getByText('手机上已签好')).toHaveCount(0)
})
