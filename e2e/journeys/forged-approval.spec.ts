/** An owner with a modified client marks her own item as approved: no page believes it and nothing can be pulled (`[REV-10]`). */
import { addItem } from '@yejibu/shared/archive/archive-doc'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import { HandMadeClient } from '../stage/hand-made-client.ts'
import { expect, test } from '../stage/test.ts'

test('[REV-10] a forged approval shows as a draft to its owner and to HR, and is not offered for pulling', async ({
  relay,
  person,
}) => {
  const modified = await HandMadeClient.signIn(relay.url, 'xumingchuan')
  const socket = await modified.open('archive/xumingchuan')
  await socket.until(() => socket.synced)
  const sent = socket.write((doc) => {
    const fields = { name: '全国劳动模范', grantor: '国务院', level: 'national', grantYm: '202105' }
    addItem(doc, { id: 'forged-honor' as ItemId, part: 'honor', salt: 'c'.repeat(64), order: '9', fields })
    for (const key of ['status', 'standing', 'approved'])
      doc.getMap<import('yjs').Map<unknown>>('items').get('forged-honor')?.set(key, 'approved')
  })
  await socket.until(() => socket.durable >= sent)

  const xu = await person('xumingchuan')
  await xu.page.goto('/archive/honor/forged-honor')
  await expect(xu.page.getByLabel('荣誉称号名称')).toHaveValue('全国劳动模范')
  await expect(xu.page.getByText('草稿', { exact: true }).first()).toBeVisible()
  await expect(xu.page.getByText('已核定', { exact: true })).toHaveCount(0)

  await xu.page.goto('/application')
  await xu.page.getByRole('button', { name: '马上申报' }).first().click()
  await xu.page.getByRole('link', { name: '提取业绩' }).click()
  await xu.page.getByRole('heading', { level: 1, name: '提取业绩' }).waitFor()
  await xu.page.getByRole('checkbox').first().waitFor()
  const box = xu.page.getByRole('checkbox', { name: /全国劳动模范/ })
  await expect(box.and(xu.page.locator(':enabled'))).toHaveCount(0)

  const hr = await person('zhoumin')
  await hr.page.goto('/review/xumingchuan')
  await hr.page.getByRole('heading', { level: 1 }).waitFor()
  await expect(
    hr.page.getByRole('button', { name: /全国劳动模范/ }).or(hr.page.getByRole('link', { name: /全国劳动模范/ })),
  ).not.toContainText('已核定')
})
