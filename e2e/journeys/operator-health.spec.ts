/** The operator looks at the machine: what is wrong, what to do, and that it was done. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { COMMAND_LINE } from '../stage/programs.ts'
import { expect, test } from '../stage/test.ts'

const run = promisify(execFile)

test('[CLIENT-480] the operator is told that there is no backup, makes one, and sees it; nobody else opens the page', async ({
  relay,
  person,
}) => {
  const { page } = await person('zhouhang')
  await page.getByRole('link', { name: '运行状况' }).click()
  await expect(page.getByText('还没有备份')).toBeVisible()
  await expect(page.getByText('正常写入')).toBeVisible()
  const head = /至第 (\d+) 条/.exec((await page.getByText(/至第 \d+ 条/).textContent()) ?? '')?.[1]
  const folder = await mkdtemp(join(tmpdir(), 'yejibu-backup-'))
  await run(process.execPath, [COMMAND_LINE, 'backup', 'create', folder, '--data', relay.data])
  // Asked again by itself while it is looked at.
  await expect(page.getByText(new RegExp(`第 ${head} 条事实记录，此后新增 0 条`))).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText('一切正常。')).toBeVisible()
  await rm(folder, { recursive: true })

  const { page: hers } = await person('luqinghe')
  await hers.goto('/operations/health')
  await expect(hers.getByText('只有系统管理员可以打开这一页。')).toBeVisible()
})
