/** An approved item is edited: its standing changes by itself, and the approved revision can still be pulled. */

import { pullables } from '@yejibu/shared/application/pull'
import { readItems } from '@yejibu/shared/archive/archive-doc'
import { ArchiveScreen } from '../screens/archive-screen.ts'
import { HandMadeClient } from '../stage/hand-made-client.ts'
import { openPlan, reviewSeenBy } from '../stage/honest-submission.ts'
import { expect, test } from '../stage/test.ts'

test('[REV-10] [APP-2] edit-after-approval: 核定后有修改, and the approved words are what is pulled', async ({
  relay,
  person,
}) => {
  const reader = await HandMadeClient.signIn(relay.url, 'xumingchuan')
  const [plan, review] = [await openPlan(reader), await reviewSeenBy(reader, 'xumingchuan')]
  const open = await reader.open('archive/xumingchuan')
  await open.until(() => open.synced)
  const present = new Set(readItems(open.doc).map((item) => item.id))
  const paper = pullables(plan, review).find(
    (p) => p.approval.part === 'paper' && !p.isBeforeTitle && present.has(p.approval.item),
  )
  const title = paper?.approval.content.fields.title
  if (!paper || !title) throw new Error('许明川 has an approved paper since her title')

  const xu = await person('xumingchuan')
  const archive = new ArchiveScreen(xu.page)
  await xu.page.goto(`/archive/paper/${paper.approval.item}`)
  await expect(archive.field('论文题目')).toHaveValue(title)
  await expect(xu.page.getByText('已核定', { exact: true }).first()).toBeVisible()
  await archive.fill({ 论文题目: `${title}（修订）` })
  await expect(xu.page.getByText('核定后有修改').first()).toBeVisible()

  await xu.page.goto('/application')
  await xu.page.getByRole('button', { name: '马上申报' }).first().click()
  await xu.page.getByRole('link', { name: '提取业绩' }).click()
  await xu.page.getByRole('heading', { level: 1, name: '提取业绩' }).waitFor()
  await xu.page.getByRole('checkbox').first().waitFor()
  const box = xu.page.getByRole('checkbox', { name: title }).first()
  await expect(box).toBeEnabled()
  await expect(xu.page.getByRole('checkbox', { name: `${title}（修订）` })).toHaveCount(0)
})
