/** What other programs know comes in, and the archive goes out whole: to another machine, with no relay in sight. */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import type { Download, Page } from '@playwright/test'
import { ArchiveScreen } from '../screens/archive-screen.ts'
import { expect, test } from '../stage/test.ts'

function sample(name: string): string {
  return fileURLToPath(new URL(`../../client/src/archive/transfer/samples/${name}`, import.meta.url))
}

async function openImport(page: Page): Promise<void> {
  await page.goto('/archive/import')
  await page.getByRole('heading', { level: 1, name: '导入业绩' }).waitFor()
}

async function choose(page: Page, path: string): Promise<void> {
  await page.getByLabel('选择要导入的文件').setInputFiles(path)
  await page.getByRole('heading', { name: '逐条预览' }).waitFor()
}

async function downloaded(page: Page, button: string): Promise<Download> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  return download
}

test('[CLIENT-103] import-export: a CNKI export in GBK is previewed, imported, and taken back in one step', async ({
  person,
}) => {
  const { page } = await person('luqinghe')
  await page.goto('/archive')
  await page.getByRole('link', { name: '导入' }).click()
  await choose(page, sample('cnki-noteexpress.net'))
  await expect(page.getByText('共3条：新增2条，补充已有0条，不导入0条，无法导入1条。')).toBeVisible()
  await expect(page.getByText('格式：NoteExpress · 编码：GBK')).toBeVisible()
  await page.getByRole('button', { name: '导入2条' }).click()
  await page.getByRole('link', { name: '论文（1条）' }).click()
  await expect(page.getByText('基于在线监测的鉴湖总磷预警模型').first()).toBeVisible()

  await openImport(page)
  await choose(page, sample('cnki-noteexpress.net'))
  await expect(page.getByText('共3条：新增0条，补充已有0条，不导入2条，无法导入1条。')).toBeVisible()
  await page.getByLabel('第1条的处理').selectOption('两条都保留')
  await page.getByRole('button', { name: '导入1条' }).click()
  await page.getByRole('button', { name: '撤销本次导入' }).click()
  await new ArchiveScreen(page).openSection('paper', '论文')
  await expect(page.getByText('基于在线监测的鉴湖总磷预警模型')).toHaveCount(1)
})

test('[CLIENT-102] import-export: the whole archive is restored on another machine with the relay gone; a tampered scan is found', async ({
  person,
  relay,
}, info) => {
  const xu = await person('xumingchuan')
  await xu.page.goto('/archive/export')
  await expect(xu.page.getByText(/现有\d+条业绩、\d+个证明材料/)).toBeVisible()
  const whole = info.outputPath('archive.zip')
  await (await downloaded(xu.page, '导出整份档案')).saveAs(whole)
  await expect(xu.page.getByText(/已导出\d+条业绩、\d+个证明材料/)).toBeVisible()

  const shen = await person('shenzhiyuan')
  await openImport(shen.page)
  await new ArchiveScreen(shen.page).untilOfflineReady()
  await relay.stop()
  await openImport(shen.page)

  const bytes = await readFile(whole)
  // Scans lie in the zip as they are: one bit of one of them is another scan.
  const scan = bytes.indexOf('%PDF-')
  const tampered = info.outputPath('tampered.zip')
  const changed = Buffer.from(bytes)
  changed.writeUInt8((changed.readUInt8(scan + 40) ^ 1) & 0xff, scan + 40)
  await writeFile(tampered, changed)
  await choose(shen.page, tampered)
  await expect(shen.page.getByText(/证明材料“.*”被改动过/).first()).toBeVisible()
  await shen.page.getByRole('button', { name: '取消' }).click()

  await choose(shen.page, whole)
  await expect(shen.page.getByText('文件完整，与导出时一致。')).toBeVisible()
  await expect(shen.page.getByText(/这是另一个账号（xumingchuan）的档案/)).toBeVisible()
  await shen.page.getByRole('button', { name: /^恢复\d+条$/ }).click()
  await expect(shen.page.getByText(/已恢复\d+条/)).toBeVisible()
  await new ArchiveScreen(shen.page).openSection('patent', '专利')
  await shen.page.reload()
  await expect(shen.page.locator('[data-row]').first()).toBeVisible()
})

test('[CLIENT-103] import-export: an exported sheet comes in again and finds every entry there', async ({
  person,
}, info) => {
  const { page } = await person('xumingchuan')
  await page.goto('/archive/export')
  await page.getByLabel('栏目', { exact: true }).selectOption('paper')
  const sheet = info.outputPath('papers.xlsx')
  await (await downloaded(page, '导出Excel')).saveAs(sheet)
  await openImport(page)
  await choose(page, sheet)
  await expect(page.getByText(/^共\d+条：新增0条，补充已有0条，不导入\d+条，无法导入0条。$/)).toBeVisible()
  await expect(page.getByText('格式：Excel表格')).toBeVisible()
})

for (const scheme of ['light', 'dark'] as const) {
  test(`[CLIENT-103] import-export: no barrier on the pages of import and export, ${scheme}, wide and narrow`, async ({
    person,
  }) => {
    const { page } = await person('xumingchuan')
    await page.emulateMedia({ colorScheme: scheme })
    const barriers = async () =>
      (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes.length])
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto('/archive/export')
      await page.getByRole('button', { name: '导出整份档案' }).waitFor()
      expect(await barriers()).toEqual([])
      await openImport(page)
      expect(await barriers()).toEqual([])
      await choose(page, sample('zotero.bib'))
      await page.getByRole('button', { name: '查看字段' }).first().click()
      expect(await barriers()).toEqual([])
      const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
      expect(scrolls).toBe(false)
    }
  })
}
