/** The years in the texts of a copied plan, offered, chosen and taken back. */
import { cleanup, render, screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { LOCAL_EDIT } from '@yejibu/shared/archive/archive-doc'
import type { Plan } from '@yejibu/shared/plan/plan'
import { readPlanDraft, setInDraft } from '@yejibu/shared/plan/plan-drafts-doc'
import { jinhuaConstruction2023Mid } from '@yejibu/shared/plan/plans/jinhua-construction-2023'
import { SX_ECO_OFFICE } from '@yejibu/shared/testing/people'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { LanguageProvider } from '../../language/language.tsx'
import { ToastProvider } from '../../ui/toasts.tsx'
import { changePublished, copyForNextYear } from './new-drafts.ts'
import { createPlanEdit, PlanEditProvider } from './plan-edit.ts'
import { YearsOffer } from './years-offer.tsx'

const PLAN = jinhuaConstruction2023Mid({ open: '2023-09-01T08:30:00+08:00', close: '2023-10-31T17:30:00+08:00' })
const CITED = '按浙人社发〔2022〕77号执行。'

afterEach(cleanup)

function copied() {
  const doc = new Y.Doc()
  // Slowly enough that all of this test would be one step, were nothing said.
  const undo = new Y.UndoManager(doc, { trackedOrigins: new Set([LOCAL_EDIT]), captureTimeout: 60_000 })
  const id = copyForNextYear(doc, PLAN, SX_ECO_OFFICE.id, new Uint8Array(20))
  render(() => (
    <LanguageProvider initially="zh">
      <ToastProvider>
        <PlanEditProvider value={createPlanEdit(doc, id)}>
          <YearsOffer undo={undo} />
        </PlanEditProvider>
      </ToastProvider>
    </LanguageProvider>
  ))
  const value = () => readPlanDraft(doc, id)?.value as Plan
  const open = () => userEvent.setup().click(screen.getByRole('button', { name: '逐处查看并更改…' }))
  return { doc, undo, id, value, open }
}

describe('the years in the texts of a copied plan', () => {
  it('[CLIENT-545] stay until they are looked at, each old and new; what cites a document is not ticked', async () => {
    const { value, open } = copied()
    expect(value().title).toBe(PLAN.title)
    expect(screen.getByText('文字里写的还是2023年度的年份，有 2 处可以改为2024年度的。')).toBeInTheDocument()
    await open()
    const dialog = within(screen.getByRole('dialog', { name: '把文字里的年份改为2024年度的' }))
    const sure = within(dialog.getByRole('list', { name: '随年度变化的年份' }))
    expect(sure.getByText(PLAN.title).tagName).toBe('DEL')
    expect(sure.getByText(PLAN.title.replace('2023', '2024')).tagName).toBe('INS')
    for (const box of sure.getAllByRole('checkbox')) expect(box).toBeChecked()
    const unsure = within(dialog.getByRole('list', { name: '可能不该改的年份' }))
    expect(unsure.getByText(CITED)).toBeInTheDocument()
    for (const box of unsure.getAllByRole('checkbox')) expect(box).not.toBeChecked()
    expect(value().title).toBe(PLAN.title)
  })

  it('[CLIENT-545] change where they are left ticked, in one step that is one undo, and are not offered again', async () => {
    const { doc, undo, id, value, open } = copied()
    setInDraft(doc, id, ['series'], '新系列')
    await open()
    const user = userEvent.setup()
    await user.click(screen.getByRole('checkbox', { name: '更改“计划名称”' }))
    await user.click(screen.getByRole('button', { name: '更改所选的 1 处' }))
    setInDraft(doc, id, ['targetTitle'], '新资格')
    expect(value().title).toBe(PLAN.title)
    const slots = (plan: Plan) => plan.attachmentSlots.map(({ title }) => title).join()
    expect(slots(value())).toBe(slots(PLAN).replace('2023年', '2024年'))
    expect(slots(value())).not.toBe(slots(PLAN))
    expect(value().applicationTypes.map(({ note }) => note)).toContain(CITED)
    expect(screen.queryByRole('button', { name: '逐处查看并更改…' })).toBeNull()

    undo.undo()
    expect([value().targetTitle, slots(value()) === slots(PLAN)]).toEqual([PLAN.targetTitle, false])
    undo.undo()
    expect([value().series, slots(value()) === slots(PLAN)]).toEqual(['新系列', true])
    expect(await screen.findByRole('button', { name: '逐处查看并更改…' })).toBeInTheDocument()
  })

  it('[CLIENT-545] all stay for who changes none, and she is not asked again', async () => {
    const { value, open } = copied()
    const before = value()
    await open()
    const user = userEvent.setup()
    for (const box of screen.getAllByRole('checkbox', { checked: true })) await user.click(box)
    await user.click(screen.getByRole('button', { name: '都不改' }))
    expect(value()).toEqual(before)
    expect(screen.queryByRole('button', { name: '逐处查看并更改…' })).toBeNull()
  })

  it('[CLIENT-545] are not offered for the next version of the same year, and are when its year is changed', async () => {
    const doc = new Y.Doc()
    changePublished(doc, PLAN)
    render(() => (
      <LanguageProvider initially="zh">
        <ToastProvider>
          <PlanEditProvider value={createPlanEdit(doc, PLAN.id)}>
            <YearsOffer undo={{ stopCapturing: () => undefined }} />
          </PlanEditProvider>
        </ToastProvider>
      </LanguageProvider>
    ))
    expect(screen.queryByRole('button')).toBeNull()
    for (const year of [2, 20, 202]) {
      setInDraft(doc, PLAN.id, ['year'], year)
      expect(screen.queryByRole('button')).toBeNull()
    }
    setInDraft(doc, PLAN.id, ['year'], 2025)
    expect(await screen.findByText(/有 2 处可以改为2025年度的/)).toBeInTheDocument()
  })
})
