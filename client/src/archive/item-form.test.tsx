import { fireEvent, screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { mapOf, setField } from '@yejibu/shared/archive/archive-doc'
import { keepOtherVersion } from '@yejibu/shared/archive/doc-other-version'
import { problemsOf } from '@yejibu/shared/archive/field-rules'
import type { Part } from '@yejibu/shared/archive/item'
import { fieldsOf } from '@yejibu/shared/archive/revision'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import { createSignal, Show } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { ItemForm } from './item-form.tsx'
import { type ArchiveStage, archiveStage, renderPage, TODAY } from './testing/archive-stage.tsx'

function showForm(stage: ArchiveStage, id: ItemId, part: Part) {
  const [showsAll, setShowsAll] = createSignal(false)
  renderPage(() => (
    <Show when={stage.view.item(id)}>
      {(item) => (
        <ItemForm
          item={item()}
          groups={[{ key: part, label: null, fields: fieldsOf(part) }]}
          edits={stage.view}
          problems={problemsOf(item(), TODAY)}
          today={TODAY}
          showsAll={showsAll()}
        />
      )}
    </Show>
  ))
  return { tryToSend: () => setShowsAll(true) }
}

describe('the form of an entry', () => {
  it('[CLIENT-30] has every field of the section once, under its label', () => {
    const stage = archiveStage()
    showForm(stage, stage.view.addItem('patent'), 'patent')
    for (const field of fieldsOf('patent')) {
      const group = field.type.kind === 'yes-no' || (field.type.kind === 'choice' && field.type.options.length <= 3)
      const name = new RegExp(`^${field.label.zh.replace(/[（）]/g, '.')}(必填)?$`)
      const found = group ? screen.getAllByRole('radiogroup', { name }) : screen.getAllByLabelText(name)
      expect(found, field.name).toHaveLength(1)
    }
  })

  it('[CLIENT-31] reproaches nothing before a field was left, and everything once sending was tried', async () => {
    const stage = archiveStage()
    const form = showForm(stage, stage.view.addItem('honor'), 'honor')
    const name = screen.getByLabelText(/荣誉称号名称/)
    expect(name).not.toHaveAttribute('aria-invalid')
    fireEvent.focus(name)
    fireEvent.blur(name)
    expect(name).toHaveAccessibleDescription(/请填写“荣誉称号名称”/)
    expect(screen.getByLabelText(/授予单位/)).not.toHaveAttribute('aria-invalid')
    form.tryToSend()
    expect(screen.getByLabelText(/授予单位/)).toHaveAttribute('aria-invalid', 'true')
  })

  it('[CLIENT-32] every keystroke is in the document, and leaving the field gives it its one spelling', async () => {
    const stage = archiveStage()
    const id = stage.view.addItem('standard')
    showForm(stage, id, 'standard')
    const user = userEvent.setup()
    const number = screen.getByLabelText(/标准编号/)
    await user.type(number, 'DB33/T ')
    // The document's spelling has no blank at its end; what is typed keeps it, or nobody could type the next word.
    expect(number).toHaveValue('DB33/T ')
    expect(stage.view.item(id)?.fields.standardNo).toBe('DB33/T')
    await user.type(number, '1234')
    expect(stage.view.item(id)?.fields.standardNo).toBe('DB33/T 1234')
    await user.type(screen.getByRole('textbox', { name: /^发布时间/ }), '2022年6月')
    await user.tab()
    expect(stage.view.item(id)?.fields.publishedYm).toBe('202206')
  })

  it('[CLIENT-32] a change from another device is shown at once, also where one is typing', async () => {
    const stage = archiveStage()
    const id = stage.view.addItem('honor', { name: '先进个人' })
    showForm(stage, id, 'honor')
    const name = screen.getByLabelText(/荣誉称号名称/)
    await userEvent.setup().type(name, '（市级）')
    setField(stage.doc, id, 'name', '先进工作者')
    expect(name).toHaveValue('先进工作者')
  })

  it('[CLIENT-33] a value that lost stays beside its field until it is taken back', async () => {
    const stage = archiveStage()
    const id = stage.view.addItem('honor', { name: '先进个人（台式机）' })
    showForm(stage, id, 'honor')
    const map = mapOf(stage.doc, id)
    if (!map) throw new Error('the entry is there')
    keepOtherVersion(map, 'name', '7-1', '先进个人（手机）')
    const other = screen.getByRole('region', { name: '另一版本' })
    expect(other).toHaveTextContent('先进个人（手机）')
    await userEvent.setup().click(within(other).getByRole('button', { name: '采用' }))
    expect(screen.getByLabelText(/荣誉称号名称/)).toHaveValue('先进个人（手机）')
    expect(screen.queryByRole('region', { name: '另一版本' })).toBeNull()
  })

  it('[CLIENT-33] a dismissed value leaves the field as it stands', async () => {
    const stage = archiveStage()
    const id = stage.view.addItem('honor', { name: '先进个人' })
    showForm(stage, id, 'honor')
    const map = mapOf(stage.doc, id)
    if (!map) throw new Error('the entry is there')
    keepOtherVersion(map, 'name', '7-1', '先进工作者')
    await userEvent.setup().click(screen.getByRole('button', { name: '忽略' }))
    expect(stage.view.item(id)?.fields.name).toBe('先进个人')
    expect(stage.view.item(id)?.otherVersions).toEqual([])
  })
})
