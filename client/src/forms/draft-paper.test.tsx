import { screen, waitFor, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { submitApplicationSchema } from '@yejibu/shared/wire/commands'
import { MISSING_HEADER } from '@yejibu/shared/wire/forms'
import { PROBLEM_MEDIA_TYPE } from '@yejibu/shared/wire/problem'
import { createSignal } from 'solid-js'
import { describe, expect, it, onTestFinished } from 'vitest'
import { DraftForm } from '../application/draft-form.tsx'
import { ASKING, draftStage, FORM, fill } from '../application/testing/draft-stage.tsx'
import { renderPage } from '../archive/testing/archive-stage.tsx'
import { createApi } from '../platform/api.ts'
import { DraftPaper } from './draft-paper.tsx'

interface Asked {
  readonly method: string
  readonly path: string
  readonly body: unknown
}

const pdf = (missing = '') =>
  new Response('%PDF-1.4', { headers: { 'content-type': 'application/pdf', [MISSING_HEADER]: missing } })
const no = (refusal: { readonly kind: string; readonly [detail: string]: unknown }, status = 409) =>
  new Response(JSON.stringify({ type: 'x', status, refusal }), {
    status,
    headers: { 'content-type': PROBLEM_MEDIA_TYPE },
  })

const SLOT = '专家举荐表'

/** On the files of a draft by the landmark way, with a relay that answers as the test says. */
function drafting(answer: (times: number) => Promise<Response> | Response) {
  const asked: Asked[] = []
  const api = createApi({
    fetch: async (input, init) => {
      asked.push({ method: init?.method ?? 'GET', path: String(input), body: JSON.parse(String(init?.body)) })
      return answer(asked.length)
    },
  })
  const stage = draftStage(undefined, undefined, ASKING)
  fill(stage.draft, { ...FORM, type: 'landmark' })
  stage.goTo('attachments')
  const [make, drop] = [URL.createObjectURL, URL.revokeObjectURL]
  const open = new Set<string>()
  URL.createObjectURL = () => {
    open.add('blob:paper')
    return 'blob:paper'
  }
  URL.revokeObjectURL = (url) => void open.delete(url)
  onTestFinished(() => void Object.assign(URL, { createObjectURL: make, revokeObjectURL: drop }))
  const [plan, setPlan] = createSignal(ASKING)
  renderPage(() => (
    <DraftForm
      {...stage.props}
      plan={plan()}
      latest={plan()}
      paperOf={(paper) => <DraftPaper asked={paper} api={api} />}
    />
  ))
  /** The list of plans is read again, as whenever the relay is back. */
  const refreshPlan = () => setPlan(structuredClone(ASKING))
  return { ...stage, asked, open, refreshPlan, user: userEvent.setup() }
}
const button = () => screen.getByRole('button', { name: `打印本表，签章后上传：${SLOT}` })
const dialog = () => screen.findByRole('dialog', { name: `${SLOT}（申报前打印）` })

describe('a paper in the slot that wants it back', () => {
  it('[CLIENT-530] is offered in that slot beside the upload, and in no slot that wants something else', () => {
    drafting(() => pdf())
    const slot = screen.getByRole('region', { name: SLOT })
    expect(within(slot).getByRole('button', { name: /打印本表/ })).toHaveAccessibleDescription(
      /由单位服务器按已核定的内容生成，须联网；纸面标明“申报前打印 · 未提交”/,
    )
    expect(within(slot).getByLabelText(`上传“${SLOT}”`)).toBeInTheDocument()
    expect(screen.getAllByRole('button', { name: /打印本表/ })).toHaveLength(1)
  })

  it('[CLIENT-531] is asked for with the keyboard, with exactly what submitting would send, and the focus comes back', async () => {
    const { user, asked, open } = drafting(() => pdf())
    button().focus()
    await user.keyboard('{Enter}')
    const link = await within(await dialog()).findByRole('link', { name: '下载' })
    expect(link).toHaveAttribute('download', `${SLOT}（申报前打印）.pdf`)
    expect(asked).toHaveLength(1)
    expect(asked[0]).toMatchObject({ method: 'POST', path: '/api/forms/draft/expert-opinion.pdf' })
    const sent = submitApplicationSchema.parse(asked[0]?.body)
    expect(sent).toMatchObject({ planVersion: 1, form: { ...FORM, type: 'landmark' } })
    expect(sent.pulls.map(({ item }) => item)).toContain('profile')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(button()).toHaveFocus())
    expect(open.size).toBe(0)
  })

  it('[CLIENT-532] what the relay names as missing is told in this page’s sentences, what only it knows is counted', async () => {
    const { user } = drafting(() => pdf('filing:V-PHOTO-REQ filing:V-PLEDGE gate:archive-still-waiting'))
    await user.click(button())
    const summary = await within(await dialog()).findByText('申报还有 3 处没有填妥，不影响打印')
    await user.click(summary)
    const lines = within(await dialog()).getAllByRole('listitem')
    expect(lines.map((line) => line.textContent)).toEqual([
      expect.stringContaining('证件照'),
      expect.stringContaining('承诺书'),
    ])
    expect(within(await dialog()).getByText(/另有 1 处以单位服务器的记录为准/)).toBeInTheDocument()
  })

  it('[CLIENT-532] says nothing of missing things where the relay names none', async () => {
    const { user } = drafting(() => pdf())
    await user.click(button())
    await within(await dialog()).findByRole('link', { name: '下载' })
    expect(screen.queryByText(/没有填妥/)).toBeNull()
  })

  it('[CLIENT-533] without the relay it says that forms are made there, and makes it once it is back', async () => {
    const { user, refreshPlan } = drafting((times) => (times === 1 ? Promise.reject(new TypeError('away')) : pdf()))
    await user.click(button())
    const shown = await dialog()
    expect(await within(shown).findByText(/连不上单位服务器。表格按单位核定的内容在服务器上生成/)).toBeInTheDocument()
    refreshPlan()
    within(shown).getByRole('button', { name: '重新生成' }).focus()
    await user.keyboard('{Enter}')
    const link = await within(shown).findByRole('link', { name: '下载' })
    await waitFor(() => expect(link).toHaveFocus())
  })

  it('[CLIENT-534] says why it is refused: unapproved entries by name, a newer plan, what was submitted, what is not asked for', async () => {
    const { ready, user } = drafting((times) => {
      const refusals = [
        no({ kind: 'pulls-refused', problems: [{ kind: 'pull-not-approved', item: ready.paper.item }] }),
        no({ kind: 'plan-moved-on', version: 2 }),
        no({ kind: 'application-already-submitted', at: '2022-09-14T00:00:00.000Z' }),
        no({ kind: 'not-found' }, 404),
        no({ kind: 'profile-not-pulled' }, 422),
        no({ kind: 'invented' }),
      ]
      return refusals[times - 1] ?? pdf()
    })
    await user.click(button())
    const shown = await dialog()
    for (const sentence of [
      /未经核定，或者核定已撤销，不能印在表上：“.*曹娥江流域总磷通量估算.*”/,
      /申报计划有新版本/,
      /已经提交。请到申报页面的“打印与导出”/,
      /计划不要求这份表格/,
      /个人基本信息还没有经单位核定/,
      /没有生成，请稍后再试/,
    ]) {
      expect(await within(shown).findByText(sentence)).toBeInTheDocument()
      await user.click(within(shown).getByRole('button', { name: '重新生成' }))
    }
    expect(await within(shown).findByRole('link', { name: '下载' })).toBeInTheDocument()
  })

  it('[CLIENT-535] of a sheet of the employer’s own it says beside the button that the notice’s sheet goes before it', () => {
    const { draft } = drafting(() => pdf())
    expect(screen.queryByText(/单位自制表/)).toBeNull()
    draft.setField('type', 'selfEval')
    const slot = screen.getByRole('region', { name: '直接推荐专业技术职务任职资格审核表' })
    expect(within(slot).getByText(/通知附有统一样表的，请用其样表/)).toBeInTheDocument()
  })
})
