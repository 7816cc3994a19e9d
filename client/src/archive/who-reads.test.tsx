import 'fake-indexeddb/auto'
import { screen, waitFor } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import { ReviewHistory } from '@yejibu/shared/testing/review-history'
import { Show } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { type ArchiveStage, archiveStage, OWNER, renderPage } from './testing/archive-stage.tsx'
import { WhoReads } from './who-reads.tsx'

/** Sent from one device; then this one, which had not heard of it, makes it private, and the fact arrives. */
async function sentAndHidden(): Promise<{ stage: ArchiveStage; before: ItemId; now: ItemId; digest: string }> {
  const stage = archiveStage()
  const before = stage.view.addItem('honor', { name: '先进个人' })
  const revision = stage.view.revision(before)
  const item = stage.view.item(before)
  if (!revision || !item) throw new Error('the entry is there')
  const now = await stage.archive.privacy.move(item)
  if (!now) throw new Error('it moved')
  stage.setReview(new ReviewHistory(OWNER).send({ item: before, part: 'honor', ...revision }).review())
  return { stage, before, now, digest: revision.digest }
}

function show(stage: ArchiveStage, id: ItemId) {
  renderPage(() => (
    <Show when={stage.view.item(id)}>{(item) => <WhoReads archive={stage.archive} item={item()} />}</Show>
  ))
}

describe('who can read an entry', () => {
  it('[CLIENT-168] what one device sent while another made it private is explained, and what was sent can be withdrawn', async () => {
    const { stage, before, now, digest } = await sentAndHidden()
    show(stage, now)
    expect(screen.getByText('单位已收到提交的那一版')).toBeInTheDocument()
    expect(screen.getByText(/留存提交的那一版；现在的内容仅自己可见/)).toBeInTheDocument()
    await userEvent.setup().click(screen.getByRole('button', { name: '撤回已提交的那一版' }))
    await waitFor(() =>
      expect(stage.outbox.entries()).toMatchObject([
        { kind: 'withdraw-revision', subject: `${OWNER}/${before}`, body: { item: before, digest } },
      ]),
    )
    await waitFor(() => expect(screen.queryByRole('button', { name: '撤回已提交的那一版' })).not.toBeInTheDocument())
  })

  it('[CLIENT-168] what the sending device wrote meanwhile stands as another version of the private entry', async () => {
    const { stage, before, now } = await sentAndHidden()
    // The edit of the other device arrives in the entry that was left behind in the archive.
    const { applyUpdate, Doc, encodeStateAsUpdate } = await import('yjs')
    const { setField } = await import('@yejibu/shared/archive/archive-doc')
    const other = new Doc()
    applyUpdate(other, encodeStateAsUpdate(stage.doc))
    setField(other, before, 'name', '先进工作者')
    applyUpdate(stage.doc, encodeStateAsUpdate(other))
    expect(stage.view.item(now)?.fields.name).toBe('先进个人')
    expect(stage.view.item(now)?.otherVersions.map(({ field, value }) => [field, value])).toEqual([
      ['name', '先进工作者'],
    ])
  })

  it('[CLIENT-48] a private entry that was never sent says that it is hers alone, and no more', async () => {
    const stage = archiveStage()
    const id = stage.view.addItem('honor', { name: '先进个人' }, { isPrivate: true })
    show(stage, id)
    expect(screen.getByText('仅您本人的账号可以打开，单位人员看不到。')).toBeInTheDocument()
    expect(screen.queryByText('单位已收到提交的那一版')).not.toBeInTheDocument()
  })
})
