import { screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import type { Evidence } from '@yejibu/shared/archive/item'
import { sectionByKey } from '@yejibu/shared/archive/sections'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import type { NamedRevision } from '@yejibu/shared/review/review-facts'
import { ReviewHistory } from '@yejibu/shared/testing/review-history'
import { Show } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { EntryEditor } from './entry-editor.tsx'
import { type ArchiveStage, archiveStage, OWNER, renderPage } from './testing/archive-stage.tsx'

const SCAN: Evidence = { sha256: 'a'.repeat(64), bytes: 2048, type: 'image/png', kind: 'evidence', name: '证书.png' }
const HONOR = { name: '先进个人', grantor: '绍兴市生态环境局', level: 'municipal', grantYm: '202201' }
const REMARK = '退回：扫描件不清晰'

function revisionOf(stage: ArchiveStage, id: ItemId): NamedRevision {
  const revision = stage.view.revision(id)
  if (!revision) throw new Error('the entry has a revision')
  return { item: id, part: 'honor', ...revision }
}

/** An honour that came back, with the reason about these places. */
function returned(fields: readonly string[]) {
  const stage = archiveStage()
  const id = stage.view.addItem('honor', HONOR)
  stage.view.addEvidence(id, SCAN)
  const history = new ReviewHistory(OWNER)
  history.send(revisionOf(stage, id)).returned(revisionOf(stage, id), fields)
  stage.setReview(history.review())
  const { label, hint, fields: all, key } = sectionByKey('honor')
  renderPage(() => (
    <Show when={stage.view.item(id)}>
      {(item) => (
        <EntryEditor
          archive={stage.archive}
          item={item()}
          title={label.zh}
          hint={hint.zh}
          groups={[{ key, label: null, fields: all }]}
          problems={[]}
          usualKind="evidence"
        />
      )}
    </Show>
  ))
  return { stage, id, history }
}

describe('what came back, beside the fields', () => {
  it('[CLIENT-171] the reason describes each field that it points at, and the place for files, and no other', () => {
    returned(['name', 'level', 'evidence'])
    expect(screen.getByRole('textbox', { name: /荣誉称号名称/ })).toHaveAccessibleDescription(/退回：扫描件不清晰/)
    expect(screen.getByRole('combobox', { name: /级别/ })).toHaveAccessibleDescription(/退回：扫描件不清晰/)
    expect(screen.getByLabelText('添加文件')).toHaveAccessibleDescription(/退回：扫描件不清晰/)
    expect(screen.getByRole('textbox', { name: /授予单位/ })).not.toHaveAccessibleDescription(/退回/)
    expect(screen.getByRole('textbox', { name: /荣誉称号名称/ })).not.toBeInvalid()
    expect(screen.getAllByText(REMARK)).toHaveLength(3)
  })

  it('[CLIENT-171] stays while it is mended and goes from what was changed when the entry is sent again', async () => {
    const { stage, id, history } = returned(['name', 'grantor'])
    const name = screen.getByRole('textbox', { name: /荣誉称号名称/ })
    await userEvent.setup().type(name, '（更正）')
    expect(name).toHaveAccessibleDescription(/退回：扫描件不清晰/)
    stage.setReview(history.send(revisionOf(stage, id)).review())
    expect(name).not.toHaveAccessibleDescription(/退回/)
    expect(screen.getByRole('textbox', { name: /授予单位/ })).toHaveAccessibleDescription(/退回：扫描件不清晰/)
    stage.setReview(history.approve(revisionOf(stage, id)).review())
    expect(screen.queryByText(REMARK)).toBeNull()
  })

  it('[CLIENT-171] the history names the fields', () => {
    returned(['name', 'evidence'])
    const history = within(screen.getByText(/^办理记录/).closest('details') ?? document.body)
    expect(history.getByText('所指：荣誉称号名称、证明材料')).toBeInTheDocument()
  })
})
