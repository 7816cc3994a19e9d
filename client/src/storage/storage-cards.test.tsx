import { screen, waitFor, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { addItem, readItems } from '@yejibu/shared/archive/archive-doc'
import { sha256Hex } from '@yejibu/shared/kernel/canonical'
import type { CommandId, ItemId } from '@yejibu/shared/kernel/ids'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { archiveStage, OWNER, renderPage } from '../archive/testing/archive-stage.tsx'
import { documentDatabaseName, openAccountDatabase } from '../platform/database.ts'
import { openLocalDocument } from '../sync/local-document.ts'
import { asideCopies } from '../sync/set-aside.ts'
import { AcknowledgedCard } from './acknowledged-card.tsx'
import { AsideCard } from './aside-card.tsx'
import { AsideTaking } from './aside-taking.tsx'
import type { SyncOverview } from './create-sync-overview.ts'
import type { AsideEntries } from './open-aside.ts'
import { UnsyncedCard } from './unsynced-card.tsx'

const NOTHING: SyncOverview = { documents: [], commands: [], files: [], lastAt: null }

describe('what is on this device alone', () => {
  it('[CLIENT-180] is named: the document with its edits and entries, the command and the file with their entry', async () => {
    const { view, archive } = archiveStage()
    const id = view.addItem('honor', { name: '先进个人' })
    const item = () => view.item(id)
    const overview: SyncOverview = {
      ...NOTHING,
      documents: [{ name: `archive/${OWNER}`, isUnsent: true, edits: 7, durableAt: null }],
      commands: [
        {
          order: 1,
          id: 'c1' as CommandId,
          kind: 'send-revision',
          body: {},
          subject: `${OWNER}/${id}`,
          madeAt: '2022-05-01T08:00:00.000Z',
          state: 'waiting',
          refusal: null,
        },
      ],
      files: [
        {
          sha256: 'aa',
          archive: OWNER,
          order: 1,
          size: 200,
          type: 'application/pdf',
          name: '证书.pdf',
          sent: 50,
          state: 'waiting',
          refusal: null,
        },
      ],
    }
    renderPage(() => (
      <UnsyncedCard
        account={archive.id}
        overview={overview}
        isAway={true}
        waitingIn={() => {
          const found = item()
          return found ? [found] : []
        }}
        entryOf={item}
      />
    ))
    const card = screen.getByRole('region', { name: '还没有到单位服务器的内容' })
    expect(card).toHaveTextContent('当前没有连上单位服务器')
    expect(card).toHaveTextContent('我的业绩档案 7 处修改等待同步')
    expect(card).toHaveTextContent('提交审核 先进个人 等待发送')
    expect(card).toHaveTextContent('证书.pdf 先进个人 25% 已到单位服务器')
    for (const link of within(card).getAllByRole('link', { name: '先进个人' }))
      expect(link).toHaveAttribute('href', `/archive/honor/${id}`)
  })

  it('[CLIENT-180] says so when there is nothing, and when the office acknowledged what', () => {
    const overview: SyncOverview = {
      ...NOTHING,
      documents: [
        { name: `archive/${OWNER}`, isUnsent: false, edits: 0, durableAt: '2022-05-02T08:00:00.000Z' },
        { name: `private/${OWNER}`, isUnsent: true, edits: 1, durableAt: null },
      ],
      lastAt: '2022-05-03T08:00:00.000Z',
    }
    renderPage(() => (
      <>
        <UnsyncedCard
          account={OWNER}
          overview={NOTHING}
          isAway={false}
          waitingIn={() => []}
          entryOf={() => undefined}
        />
        <AcknowledgedCard account={OWNER} overview={overview} />
      </>
    ))
    expect(screen.getByText('这台设备上的全部内容都已到单位服务器。')).toBeInTheDocument()
    const table = screen.getByRole('table')
    expect(within(table).getByRole('row', { name: /我的业绩档案 2022年5月2日.*全部已到单位/ })).toBeInTheDocument()
    expect(within(table).getByRole('row', { name: /仅自己可见的条目 尚未确认 有内容等待同步/ })).toBeInTheDocument()
    expect(screen.getByText(/最后一次确认：2022年5月3日/)).toBeInTheDocument()
  })
})

let stages = 0

/** A store that was set aside with these entries in it, as the page finds it. */
async function asideStage(names: readonly string[]) {
  const stage = archiveStage()
  const account = `${OWNER}-aside-${++stages}` as typeof OWNER
  const database = openAccountDatabase(account)
  const name = `archive/${account}` as const
  const doc = new Y.Doc()
  for (const id of names)
    addItem(doc, { id: id as ItemId, part: 'honor', salt: sha256Hex(id), order: id, fields: { name: id } })
  const local = openLocalDocument(doc, documentDatabaseName(account, name, 0))
  await vi.waitUntil(() => local.state().kind === 'saved')
  await local.dispose()
  const aside = [{ copy: 0, at: '2022-05-01T08:00:00.000Z', isUnsent: true }]
  await database.documents.put({ name, epoch: null, durable: null, isUnsent: false, copy: 1, aside })
  return { ...stage, account, database, copies: await asideCopies(database) }
}

describe('what a reset left aside', () => {
  it('[CLIENT-184] says when, why and how many entries, opens, and is deleted only after a question', async () => {
    const { archive, account, database, copies } = await asideStage(['honour-a', 'honour-b'])
    const looked: AsideEntries[] = []
    renderPage(() => (
      <AsideCard
        workplace={{ account, database, evidence: archive.evidence }}
        copies={copies}
        onLook={(_copy, _kind, entries) => looked.push(entries)}
      />
    ))
    const user = userEvent.setup()
    const card = screen.getByRole('region', { name: '另存的旧副本' })
    expect(await within(card).findByText('共 2 条')).toBeInTheDocument()
    expect(card).toHaveTextContent('另存于 2022年5月1日')
    expect(card).toHaveTextContent('单位服务器上的内容被恢复或重置')
    expect(card).toHaveTextContent('其中有当时还没有到单位服务器的内容')
    expect(within(card).getByRole('button', { name: '下载为文件' })).toBeEnabled()
    await user.click(within(card).getByRole('button', { name: '查看并取回条目' }))
    expect(looked[0]?.items.map(({ id }) => id)).toEqual(['honour-a', 'honour-b'])
    await user.click(within(card).getByRole('button', { name: '删除副本' }))
    const question = await screen.findByRole('alertdialog')
    await user.click(within(question).getByRole('button', { name: '取消' }))
    expect(await asideCopies(database)).toHaveLength(1)
    await user.click(await within(card).findByRole('button', { name: '删除副本' }))
    await user.click(await screen.findByRole('button', { name: '删除这份副本' }))
    await waitFor(async () => expect(await asideCopies(database)).toEqual([]))
  })

  it('[CLIENT-184] gives the chosen entries back as they were, and takes that back again', async () => {
    const { view, doc, archive } = archiveStage()
    const aside = new Y.Doc()
    for (const id of ['kept', 'lost', 'unwanted'])
      addItem(aside, { id: id as ItemId, part: 'honor', salt: sha256Hex(id), order: id, fields: { name: id } })
    addItem(doc, {
      id: 'kept' as ItemId,
      part: 'honor',
      salt: sha256Hex('kept'),
      order: 'kept',
      fields: { name: 'kept' },
    })
    const entries = { profile: view.profile(), items: readItems(aside) }
    const { undo } = archive.document
    renderPage(() => (
      <AsideTaking
        account={OWNER}
        kind="archive"
        name="我的业绩档案"
        at={null}
        entries={entries}
        now={{ archive: view, document: { doc, undo, connection: () => ({ kind: 'live' }) } }}
        evidence={archive.evidence}
        onClose={() => undefined}
      />
    ))
    const user = userEvent.setup()
    const rows = await screen.findAllByRole('row')
    expect(rows.find((row) => row.textContent?.includes('kept'))).not.toHaveTextContent('选择')
    const unwanted = rows.find((row) => row.textContent?.includes('unwanted'))
    if (!unwanted) throw new Error('every entry of the copy has a row')
    await user.click(within(unwanted).getByRole('checkbox'))
    await user.click(screen.getByRole('button', { name: /1/ }))
    expect(await screen.findByText('已取回 1 条。')).toBeInTheDocument()
    expect(view.items().map(({ id }) => id)).toEqual(['kept', 'lost'])
    expect(view.item('lost' as ItemId)?.salt).toBe(sha256Hex('lost'))
    await user.click(screen.getByRole('button', { name: /撤销/ }))
    expect(view.items().map(({ id }) => id)).toEqual(['kept'])
  })
})
