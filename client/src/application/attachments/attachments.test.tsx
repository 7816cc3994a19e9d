import { screen, waitFor, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../../archive/testing/archive-stage.tsx'
import { isBlocking } from '../check-draft.ts'
import { DraftForm } from '../draft-form.tsx'
import { ASKING, draftStage, fill } from '../testing/draft-stage.tsx'

const pdf = (name: string, text = name) => new File([`%PDF-1.4\n${text}\n%%EOF`], name, { type: 'application/pdf' })

function attaching() {
  const stage = draftStage(undefined, undefined, ASKING)
  fill(stage.draft)
  stage.goTo('attachments')
  renderPage(() => <DraftForm {...stage.props} />)
  // The input is hidden behind its button and says what it accepts; what comes is judged all the same.
  return { ...stage, user: userEvent.setup({ applyAccept: false }) }
}
const slot = (name: string) => screen.getByRole('region', { name })
const input = (name: string) => within(slot(name)).getByLabelText(`上传“${name}”`)

describe('attachments by slot', () => {
  it('[CLIENT-244] shows only what this type and person are asked for, required first', () => {
    const { draft } = attaching()
    const names = () => screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)
    expect(names()).toContain('从事工程技术、工程技术管理工作的经历')
    expect(names()).not.toContain('直接推荐专业技术职务任职资格审核表')
    expect(names()).not.toContain('省外缴纳社保证明')
    draft.setField('type', 'selfEval')
    expect(names()).toContain('直接推荐专业技术职务任职资格审核表')
    draft.setField('type', 'landmark')
    expect(names()).toEqual(expect.arrayContaining(['专家举荐表', '标志性业绩佐证材料']))
    expect(names()).not.toContain('直接推荐专业技术职务任职资格审核表')
    expect(names().at(-2)).toBe('任现职以来的著作、论文、项目可行性研究设计报告、成果鉴定材料')
  })

  it('[CLIENT-244] takes a file by its bytes, once, and gives it back when it was removed by mistake', async () => {
    const { user, draft } = attaching()
    const name = '2019年继续教育学时登记证明'
    await user.upload(input(name), [pdf('2019.pdf'), new File(['<html>'], '网页.pdf', { type: 'application/pdf' })])
    expect(await within(slot(name)).findByRole('button', { name: '查看 2019.pdf' })).toBeInTheDocument()
    expect(await within(slot(name)).findByText(/“网页.pdf”不是PDF、JPG、PNG文件，没有添加。/)).toBeInTheDocument()
    await user.upload(input(name), pdf('再来.pdf', '2019.pdf'))
    expect(await within(slot(name)).findByText(/“再来.pdf”已经上传过/)).toBeInTheDocument()
    await user.upload(input(name), new File([new Uint8Array(10 * 1024 * 1024 + 1)], '大.pdf'))
    expect(await within(slot(name)).findByText(/“大.pdf”超过 10 M/)).toBeInTheDocument()
    expect(draft.value().filing.attachments).toHaveLength(1)
    await user.click(within(slot(name)).getByRole('button', { name: '移除 2019.pdf' }))
    expect(draft.value().filing.attachments).toEqual([])
    await user.click(await screen.findByRole('button', { name: /撤销/ }))
    expect(draft.value().filing.attachments).toMatchObject([{ slot: 'ce2019', name: '2019.pdf' }])
  })

  it('[CLIENT-421] keeps the files of a slot in the order in which they came, one after another in one moment included', async () => {
    const { user, draft } = attaching()
    const names = ['甲.pdf', '乙.pdf', '丙.pdf', '丁.pdf', '戊.pdf', '己.pdf']
    for (const name of names) {
      await user.upload(input('从事工程技术、工程技术管理工作的经历'), pdf(name))
      await waitFor(() => expect(draft.value().filing.attachments.map((file) => file.name)).toContain(name))
    }
    expect(draft.value().filing.attachments.map((file) => file.name)).toEqual(names)
  })

  it('[CLIENT-245] a file that is still on its way holds the submission back, by the rule’s own sentence', async () => {
    const { user, draft, props, goTo } = attaching()
    await user.upload(input('2020年继续教育学时登记证明'), pdf('2020.pdf'))
    await waitFor(() => expect(draft.value().filing.attachments).toHaveLength(1))
    await waitFor(() => expect(props.files.size).toBe(0))
    goTo('preview')
    expect(
      await screen.findByText(/“2020年继续教育学时登记证明”的文件尚未传到单位服务器，请联网等待上传完成后再提交。/),
    ).toBeInTheDocument()
    const problem = { code: 'V-FILE-HERE', severity: 'error', part: 'attachments', at: 'ce2020', values: {} } as const
    expect(isBlocking({ about: 'filing', problem })).toBe(true)
  })

  it('[CLIENT-244] what is not asked for any more stays in sight until it is removed', async () => {
    const { draft } = attaching()
    draft.setField('type', 'skilled')
    const file = { sha256: 'a'.repeat(64), bytes: 3000, type: 'application/pdf', name: '技能证书.pdf' }
    draft.attach({ slot: 'skilledEvidence', ...file }, new Date(0))
    draft.setField('type', 'normal')
    expect(screen.getByRole('heading', { name: '本次不要求的附件' })).toBeInTheDocument()
    expect(within(slot('技能人才佐证材料')).getByRole('button', { name: '移除 技能证书.pdf' })).toBeInTheDocument()
  })
})
