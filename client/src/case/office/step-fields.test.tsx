import { render, screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { CaseHistory, officerAt } from '@yejibu/shared/testing/case-history'
import { MID } from '@yejibu/shared/testing/case-rows'
import { walkTo } from '@yejibu/shared/testing/case-walk'
import { createSignal } from 'solid-js'
import { expect, it } from 'vitest'
import { LanguageProvider } from '../../language/language.tsx'
import { ToastProvider } from '../../ui/toasts.tsx'
import type { StepField, Values } from './office-fields.ts'
import { stepsFor } from './office-steps.ts'
import { count } from './step.ts'
import { StepFields } from './step-fields.tsx'
import { StepPanel } from './step-panel.tsx'

const ballot = (): readonly StepField[] => [count('present', 0, 3), count('for', 0, 3)]

it('[CLIENT-528] what is being typed for a step, and the focus, stay when the case is read again meanwhile', async () => {
  const [fields, setFields] = createSignal(ballot())
  const [values, setValues] = createSignal<Values>({})
  render(() => (
    <LanguageProvider initially="zh">
      <StepFields
        fields={fields()}
        values={values()}
        onChange={(name, value) => setValues((all) => ({ ...all, [name]: value }))}
        isAsked={false}
      />
    </LanguageProvider>
  ))
  const present = screen.getByLabelText(/^实到人数/)
  await userEvent.type(present, '3')
  setFields(ballot())
  expect(screen.getByLabelText(/^实到人数/)).toBe(present)
  expect(present).toHaveFocus()
  expect(present).toHaveValue('3')
  // Other fields come, and go.
  setFields([count('present', 0, 2)])
  expect(screen.getByLabelText(/^实到人数/)).toHaveValue('3')
  expect(screen.queryByLabelText(/^赞成/)).toBeNull()
})

it('[CLIENT-541] the focus stays on the way to a step, and its dialog open with what was typed, when the case is read again', async () => {
  const history = walkTo(new CaseHistory(MID, { review: 18_000 }).submitted(), 'A-MUNI', 'stage-pending', 'HRSS_M')
  const steps = () => {
    const { filed } = history.case
    const desk = { actor: officerAt('HRSS_M'), plan: MID, now: history.now }
    return filed ? stepsFor({ ...history.case, filed }, desk) : []
  }
  const [now, setNow] = createSignal(steps())
  render(() => (
    <LanguageProvider initially="zh">
      <ToastProvider>
        <StepPanel
          steps={now()}
          open={{
            ask: async () => true,
            busy: () => null,
            refusal: () => null,
            dismiss: () => undefined,
            kase: () => null,
          }}
          now={() => new Date(0)}
        />
      </ToastProvider>
    </LanguageProvider>
  ))
  const back = screen.getByRole('button', { name: '退回修改' })
  back.focus()
  setNow(steps())
  expect(back).toHaveFocus()
  const user = userEvent.setup()
  await user.keyboard('{Enter}')
  const reason = await screen.findByRole('textbox', { name: /理由/ })
  await user.type(reason, '材料不全')
  setNow(steps())
  expect(reason).toHaveFocus()
  expect(reason).toHaveValue('材料不全')
})
