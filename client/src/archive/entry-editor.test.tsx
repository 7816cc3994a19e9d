import { screen, waitFor, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import type { Evidence } from '@yejibu/shared/archive/item'
import { sectionByKey } from '@yejibu/shared/archive/sections'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import type { NamedRevision } from '@yejibu/shared/review/review-facts'
import { ReviewHistory } from '@yejibu/shared/testing/review-history'
import { Show } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { EntryEditor } from './entry-editor.tsx'
import { problemsInSection } from './entry-problems.ts'
import { type ArchiveStage, archiveStage, OWNER, renderPage } from './testing/archive-stage.tsx'

const SCAN: Evidence = { sha256: 'a'.repeat(64), bytes: 2048, type: 'image/png', kind: 'evidence', name: '证书.png' }
const HONOR = { name: '先进个人', grantor: '绍兴市生态环境局', level: 'municipal', grantYm: '202201' }

function showEditor(stage: ArchiveStage, id: ItemId) {
  const { label, hint, fields, key } = sectionByKey('honor')
  renderPage(() => (
    <Show when={stage.view.item(id)}>
      {(item) => (
        <EntryEditor
          archive={stage.archive}
          item={item()}
          title={label.zh}
          hint={hint.zh}
          groups={[{ key, label: null, fields }]}
          problems={problemsInSection(item(), [item()], stage.archive.today)}
          usualKind="evidence"
        />
      )}
    </Show>
  ))
}

function completeHonor(stage: ArchiveStage): ItemId {
  const id = stage.view.addItem('honor', HONOR)
  stage.view.addEvidence(id, SCAN)
  return id
}

/** The entry as it stands, as a fact would name it. */
function revisionOf(stage: ArchiveStage, id: ItemId): NamedRevision {
  const revision = stage.view.revision(id)
  if (!revision) throw new Error('the entry has a revision')
  return { item: id, part: 'honor', ...revision }
}

describe('the work on one entry', () => {
  it('[CLIENT-34] a faulty entry is not sent; the summary takes the focus and leads to the field', async () => {
    const stage = archiveStage()
    showEditor(stage, stage.view.addItem('honor', { ...HONOR, grantor: null }))
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: '提交审核' }))
    expect(screen.getByRole('heading', { name: /送审前还有 2 处需要处理/ })).toHaveFocus()
    await user.click(screen.getByRole('link', { name: '授予单位' }))
    expect(screen.getByLabelText(/授予单位/)).toHaveFocus()
    expect(stage.outbox.entries()).toEqual([])
  })

  it('[CLIENT-34] offline, sending waits in the outbox with the exact revision and shows as 待发', async () => {
    const stage = archiveStage()
    const id = completeHonor(stage)
    showEditor(stage, id)
    await userEvent.setup().click(screen.getByRole('button', { name: '提交审核' }))
    expect(await screen.findByText('待发')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '提交审核' })).toBeNull()
    const [entry] = stage.outbox.entries()
    expect(entry).toMatchObject({
      kind: 'send-revision',
      subject: `${OWNER}/${id}`,
      body: { archive: OWNER, item: id, revision: { digest: stage.view.digest(id) } },
    })
  })

  it('[CLIENT-34] what waits for the employer can be withdrawn, by the digest that was sent', async () => {
    const stage = archiveStage()
    const id = completeHonor(stage)
    const sent = revisionOf(stage, id)
    stage.setReview(new ReviewHistory(OWNER).send(sent).review())
    stage.view.setField(id, 'name', '先进工作者')
    showEditor(stage, id)
    expect(screen.getByText('待审核后有修改')).toBeInTheDocument()
    await userEvent.setup().click(screen.getByRole('button', { name: '撤回' }))
    await waitFor(() =>
      expect(stage.outbox.entries()[0]).toMatchObject({ kind: 'withdraw-revision', body: { digest: sent.digest } }),
    )
  })

  it('[CLIENT-36] what came back shows the reason and stays there while it is mended', () => {
    const stage = archiveStage()
    const id = completeHonor(stage)
    const sent = revisionOf(stage, id)
    stage.setReview(new ReviewHistory(OWNER).send(sent).returned(sent).review())
    showEditor(stage, id)
    expect(screen.getByText('已退回')).toBeInTheDocument()
    // The same content cannot be asked about again.
    expect(screen.queryByRole('button', { name: '提交审核' })).toBeNull()
    stage.view.setField(id, 'name', '先进工作者')
    expect(screen.getByText('草稿')).toBeInTheDocument()
    expect(screen.getAllByText('扫描件不清晰').length).toBeGreaterThan(0)
    expect(screen.getByRole('button', { name: '提交审核' })).toBeInTheDocument()
  })

  it('[CLIENT-36] an edit after the approval shows before and after of what changed, and nothing else', () => {
    const stage = archiveStage()
    const id = completeHonor(stage)
    const sent = revisionOf(stage, id)
    stage.setReview(new ReviewHistory(OWNER).send(sent).approve(sent).review())
    showEditor(stage, id)
    expect(screen.getByText('已核定')).toBeInTheDocument()
    stage.view.setField(id, 'level', 'provincial')
    expect(screen.getByText('核定后有修改')).toBeInTheDocument()
    const changed = screen.getByRole('heading', { name: /与核定版的差异/ }).parentElement
    if (!changed) throw new Error('the heading stands in its section')
    expect(within(changed).getAllByRole('term')).toHaveLength(1)
    expect(changed).toHaveTextContent('市厅级')
    expect(changed).toHaveTextContent('省部级')
  })

  it('[CLIENT-37] says of each file that was not taken why, and names none of them in the entry', async () => {
    const stage = archiveStage()
    const id = stage.view.addItem('honor', HONOR)
    showEditor(stage, id)
    const user = userEvent.setup({ applyAccept: false })
    await user.upload(screen.getByLabelText('添加文件'), [new File(['hello'], '说明.docx'), new File([], '空白.pdf')])
    expect(await screen.findByText(/“说明.docx”不是PDF、JPG或PNG文件/)).toBeInTheDocument()
    expect(await screen.findByText(/“空白.pdf”是空文件/)).toBeInTheDocument()
    expect(stage.view.item(id)?.evidence).toEqual([])
  })

  it('[CLIENT-37] a removed file comes back by the notice', async () => {
    const stage = archiveStage()
    const id = completeHonor(stage)
    showEditor(stage, id)
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: '移除 证书.png' }))
    expect(stage.view.item(id)?.evidence).toEqual([])
    await user.click(screen.getByRole('button', { name: '撤销' }))
    expect(stage.view.item(id)?.evidence).toEqual([SCAN])
  })

  it('[CLIENT-39] Ctrl+Z takes back the last step of this page, and never one from before it was opened', async () => {
    const stage = archiveStage()
    const id = stage.view.addItem('honor', HONOR)
    showEditor(stage, id)
    const user = userEvent.setup()
    await user.selectOptions(screen.getByLabelText(/级别/), 'national')
    await user.keyboard('{Control>}z{/Control}')
    expect(stage.view.item(id)?.fields.level).toBe('municipal')
    await user.keyboard('{Control>}z{/Control}')
    expect(stage.view.item(id)?.fields.name).toBe('先进个人')
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
    expect(stage.view.item(id)?.fields.level).toBe('national')
  })
})
