import 'fake-indexeddb/auto'
import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { EVIDENCE_LIMITS } from '@yejibu/shared/archive/field-rules'
import type { Evidence } from '@yejibu/shared/archive/item'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import { Show } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { EvidenceList } from './evidence-list.tsx'
import { type ArchiveStage, archiveStage, OWNER, renderPage } from './testing/archive-stage.tsx'

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const named = (letter: string): Evidence => ({
  sha256: letter.repeat(64),
  bytes: 2048,
  type: 'image/png',
  kind: 'evidence',
  name: `${letter}.png`,
})

function picture(name: string, size: number, fill = 1): File {
  return new File([new Uint8Array(size).fill(fill).map((byte, at) => PNG[at] ?? byte)], name, { type: 'image/png' })
}

function show(given: { readonly files?: readonly Evidence[] } = {}): { stage: ArchiveStage; id: ItemId } {
  const stage = archiveStage()
  const id = stage.view.addItem('honor', { name: '先进个人' })
  for (const file of given.files ?? []) stage.view.addEvidence(id, file)
  const others = (sha256: string) =>
    sha256 === 'b'.repeat(64) ? [{ title: '技术能手', href: '/archive/honor/other' }] : []
  renderPage(() => (
    <Show when={stage.view.item(id)}>
      {(item) => (
        <EvidenceList
          archive={OWNER}
          item={item()}
          store={stage.archive.evidence}
          edits={stage.view}
          usualKind="evidence"
          alsoUnder={others}
        />
      )}
    </Show>
  ))
  return { stage, id }
}

const filesOf = ({ stage, id }: ReturnType<typeof show>) => stage.view.item(id)?.evidence ?? []
const names = (shown: ReturnType<typeof show>) => filesOf(shown).map(({ name }) => name)

describe('the evidence of an entry', () => {
  it('[CLIENT-163] a photo over the limit is offered to be made smaller; left out, or unreadable, it is in no entry', async () => {
    const shown = show()
    const user = userEvent.setup()
    const photo = picture('合影.png', EVIDENCE_LIMITS.bytes + 1)
    await user.upload(screen.getByLabelText('添加文件'), photo)
    expect(await screen.findByText(/“合影.png”有10.0 MB，超过10M，还没有添加/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: '不添加' }))
    expect(screen.queryByRole('button', { name: '缩小后添加' })).not.toBeInTheDocument()
    await user.upload(screen.getByLabelText('添加文件'), photo)
    // These bytes only begin like a picture: no browser can draw them.
    await user.click(await screen.findByRole('button', { name: '缩小后添加' }))
    expect(await screen.findByText(/“合影.png”不能缩小/)).toBeInTheDocument()
    expect(filesOf(shown)).toEqual([])
  })

  it('[CLIENT-163] what cannot be made smaller is refused with the limit', async () => {
    const shown = show()
    const scan = new File([new Uint8Array(EVIDENCE_LIMITS.bytes + 1)], '扫描.pdf', { type: 'application/pdf' })
    await userEvent.setup().upload(screen.getByLabelText('添加文件'), scan)
    expect(await screen.findByText(/“扫描.pdf”超过10M/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '缩小后添加' })).not.toBeInTheDocument()
    expect(filesOf(shown)).toEqual([])
  })

  it('[CLIENT-164] a file keeps its place when its kind is changed, and when it was removed and comes back', async () => {
    const shown = show({ files: [named('a'), named('b'), named('c')] })
    const user = userEvent.setup()
    await user.selectOptions(screen.getByLabelText('“b.png”的类别'), '证书')
    expect(filesOf(shown).map(({ name, kind }) => [name, kind])).toEqual([
      ['a.png', 'evidence'],
      ['b.png', 'certificate'],
      ['c.png', 'evidence'],
    ])
    await user.click(screen.getByRole('button', { name: '移除 a.png' }))
    expect(names(shown)).toEqual(['b.png', 'c.png'])
    await user.click(screen.getByRole('button', { name: '撤销' }))
    expect(names(shown)).toEqual(['a.png', 'b.png', 'c.png'])
  })

  it('[CLIENT-543] the keyboard stays at the kind that is being chosen', async () => {
    const shown = show({ files: [named('a'), named('b')] })
    const kind = screen.getByLabelText('“b.png”的类别')
    kind.focus()
    await userEvent.setup().selectOptions(kind, '证书')
    expect(filesOf(shown)[1]?.kind).toBe('certificate')
    expect(kind).toHaveFocus()
    expect(kind).toHaveValue('certificate')
  })

  it('[CLIENT-165] files come by choice, by drop, by paste and from the camera', async () => {
    const shown = show()
    const drop = screen.getByLabelText('添加文件').closest('.file-drop')
    const camera = drop?.querySelector<HTMLInputElement>('input[capture="environment"]')
    if (!drop || !camera) throw new Error('the field has a place to drop and a camera')
    await userEvent.setup().upload(screen.getByLabelText('添加文件'), picture('选择.png', 20, 1))
    await waitFor(() => expect(names(shown)).toEqual(['选择.png']))
    fireEvent.drop(drop, { dataTransfer: { files: [picture('拖放.png', 20, 2)] } })
    await waitFor(() => expect(names(shown)).toHaveLength(2))
    fireEvent.paste(document.body, { clipboardData: { files: [picture('粘贴.png', 20, 3)] } })
    await waitFor(() => expect(names(shown)).toHaveLength(3))
    await userEvent.setup().upload(camera, picture('拍照.png', 20, 4))
    await waitFor(() => expect(names(shown)).toEqual(['选择.png', '拖放.png', '粘贴.png', '拍照.png']))
    expect(camera.accept).toBe('image/*')
  })

  it('[CLIENT-165] the same file twice and the eleventh file are named and not taken', async () => {
    const shown = show({ files: ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map(named) })
    const user = userEvent.setup()
    await user.upload(screen.getByLabelText('添加文件'), [picture('第十.png', 20, 1)])
    await waitFor(() => expect(names(shown)).toHaveLength(10))
    await user.upload(screen.getByLabelText('添加文件'), [picture('第十一.png', 20, 2)])
    expect(await screen.findByText(/每条最多10个文件，“第十一.png”没有添加/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: '移除 1.png' }))
    await user.upload(screen.getByLabelText('添加文件'), [picture('又一次.png', 20, 1)])
    expect(await screen.findByText(/“又一次.png”已在列表中/)).toBeInTheDocument()
    expect(names(shown)).toHaveLength(9)
  })

  it('[CLIENT-165] each file says where it is and under which other entry it stands', async () => {
    const shown = show({ files: [named('b')] })
    expect(screen.getByRole('link', { name: '技术能手' })).toHaveAttribute('href', '/archive/honor/other')
    await userEvent.setup().upload(screen.getByLabelText('添加文件'), picture('新.png', 20))
    const row = (await screen.findByRole('button', { name: '新.png' })).closest('li')
    if (!row) throw new Error('a file is a row')
    expect(await within(row).findByText(/已存本机，等待上传/)).toBeInTheDocument()
    expect(names(shown)).toEqual(['b.png', '新.png'])
  })
})
