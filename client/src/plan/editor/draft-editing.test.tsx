/** A plan under the hands of its office: fields, conditions, rows, problems in words, publishing with its differences. */
import { render, screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import type { Plan } from '@yejibu/shared/plan/plan'
import { type Json, putPlanDraft, readPlanDraft } from '@yejibu/shared/plan/plan-drafts-doc'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import { SX_ECO_OFFICE } from '@yejibu/shared/testing/people'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { LanguageProvider } from '../../language/language.tsx'
import { planForm } from './form-node.ts'
import { copyForNextYear } from './new-drafts.ts'
import { FieldView } from './node-field.tsx'
import { createPlanEdit, PlanEditProvider } from './plan-edit.ts'
import { PublishDialog } from './publish-dialog.tsx'

const PLAN = shaoxingEcology2022Mid({ open: '2022-09-01T08:30:00+08:00', close: '2022-10-31T17:30:00+08:00' })
const FORM = planForm()

function stage(keys: readonly string[], change: Partial<Plan> = {}, newest?: Plan) {
  const doc = new Y.Doc()
  putPlanDraft(doc, { id: PLAN.id, value: { ...PLAN, ...change }, from: null, toCheck: [['title']] })
  const published: Json[] = []
  const view = render(() => {
    const edit = createPlanEdit(doc, PLAN.id)
    return (
      <LanguageProvider initially="zh">
        <PlanEditProvider value={edit}>
          {FORM.fields
            .filter(({ key }) => keys.includes(key))
            .map((field) => (
              <FieldView field={field} path={[]} />
            ))}
          {newest && (
            <PublishDialog
              isOpen
              newest={newest}
              publish={async (content) => {
                published.push(content)
                return { ok: true, value: {} }
              }}
              onPublished={() => undefined}
              onClose={() => undefined}
            />
          )}
        </PlanEditProvider>
      </LanguageProvider>
    )
  })
  // Not parsed: half-written drafts are looked at, too.
  const value = () => readPlanDraft(doc, PLAN.id)?.value as Partial<Plan>
  return { ...view, doc, value, published, user: userEvent.setup() }
}

describe('editing a plan', () => {
  it('[CLIENT-271] writes what is typed into the document and keeps the field and its focus', async () => {
    const { user, value, doc } = stage(['title', 'series'])
    const field = screen.getByRole('textbox', { name: '计划名称' })
    await user.clear(field)
    await user.type(field, '新计划')
    expect(value().title).toBe('新计划')
    expect(field).toHaveFocus()
    const series = screen.getByRole('textbox', { name: '系列' })
    doc.transact(() => putPlanDraft(doc, { id: PLAN.id, value: { ...PLAN, title: '同事写的' }, from: null }))
    expect(screen.getByRole('textbox', { name: '计划名称' })).toBe(field)
    expect(field).toHaveValue('同事写的')
    expect(screen.getByRole('textbox', { name: '系列' })).toBe(series)
  })

  it('[CLIENT-272] names what is wrong beside its field, and what came from last year until it was looked at', async () => {
    const { user } = stage(['title'])
    expect(screen.getByText('请核对')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: '已核对' }))
    expect(screen.queryByText('请核对')).toBeNull()
    const field = screen.getByRole('textbox', { name: '计划名称' })
    await user.clear(field)
    expect(field).toHaveAccessibleDescription(/请填写。/)
    expect(field).toBeInvalid()
  })

  it('[CLIENT-271] a question is added with a code of its own, moved and taken away', async () => {
    const { user, value } = stage(['questions'], { questions: [] })
    await user.click(screen.getByRole('button', { name: '添加问题' }))
    await user.type(screen.getByRole('textbox', { name: '问题' }), '是否同意公示')
    expect(value().questions?.map(({ code, label }) => [code, label])).toEqual([['questions1', '是否同意公示']])
    await user.click(screen.getByRole('button', { name: '添加问题' }))
    await user.click(screen.getByRole('button', { name: /^上移/ }))
    expect(value().questions?.map(({ code }) => code)).toEqual(['questions2', 'questions1'])
    await user.click(screen.getByRole('button', { name: /^删除“/ }))
    expect(value().questions?.map(({ code }) => code)).toEqual(['questions1'])
  })

  it('[CLIENT-273] a condition is a sentence, changed by choosing from the archive’s own words', async () => {
    const [slot] = PLAN.attachmentSlots
    if (!slot) throw new Error('the notice has slots')
    const { user, value } = stage(['attachmentSlots'], {
      attachmentSlots: [{ ...slot, requirement: 'when', requiredWhen: [] }],
    })
    const entry = screen.getByText(slot.title).closest('details')
    if (!entry) throw new Error('an entry is folded')
    await user.click(screen.getByText(slot.title))
    const when = await within(entry).findByRole('group', { name: /何时必须上传/ })
    expect(within(when).getByText('所有申报人')).toBeInTheDocument()
    await user.click(within(when).getByRole('button', { name: '添加条件' }))
    await user.selectOptions(within(when).getByRole('combobox', { name: '依据' }), '个人基本信息')
    await user.selectOptions(within(when).getByRole('combobox', { name: '字段' }), '省外社保缴纳记录')
    await user.click(within(when).getByRole('checkbox', { name: '是' }))
    expect(within(when).getByText('当省外社保缴纳记录为“是”时')).toBeInTheDocument()
    expect(value().attachmentSlots?.[0]?.requiredWhen).toEqual([
      { on: 'profile', field: 'outOfProvinceSocialInsurance', isOneOf: ['yes'] },
    ])
  })

  it('[CLIENT-274] publishing shows the differences, and asks once more', async () => {
    const { user, published } = stage([], { title: '改了名的计划', version: 1 }, PLAN)
    expect(screen.getByText('改了名的计划')).toBeInTheDocument()
    expect(screen.getByText(PLAN.title)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: '核对无误，发布' }))
    expect(published).toEqual([])
    await user.click(await screen.findByRole('button', { name: '确认发布' }))
    expect(published).toMatchObject([{ title: '改了名的计划', version: 2 }])
  })

  it.each<[Partial<Plan>, RegExp]>([
    [{}, /没有不同/],
    [{ title: '' }, /还有 1 处要改/],
    [{ window: { open: PLAN.window.close, close: PLAN.window.open } }, /还有 1 处要改/],
  ])('[CLIENT-274] is not possible with problems or without a change: %o', async (change, why) => {
    const { user, published } = stage([], change, PLAN)
    const button = screen.getByRole('button', { name: '核对无误，发布' })
    expect(button).toHaveAccessibleDescription(why)
    await user.click(button)
    expect(screen.queryByRole('button', { name: '确认发布' })).toBeNull()
    expect(published).toEqual([])
  })
})

describe('a new draft', () => {
  it('[CLIENT-275] copied twice has two ids and the office that copied it', () => {
    const doc = new Y.Doc()
    const at = (byte: number) => copyForNextYear(doc, PLAN, SX_ECO_OFFICE.id, new Uint8Array(20).fill(byte))
    const [first, second] = [at(1), at(2)]
    expect(first).not.toBe(second)
    expect(first).toMatch(/^sx-eco-2023-mid-/)
    expect(readPlanDraft(doc, first)?.from).toEqual({ plan: PLAN.id, version: 1 })
    expect(readPlanDraft(doc, second)?.value).toMatchObject({ year: 2023, committee: { orgId: 'sx-eco-office' } })
  })
})
