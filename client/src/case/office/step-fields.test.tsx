import { render, screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { createSignal } from 'solid-js'
import { expect, it } from 'vitest'
import { LanguageProvider } from '../../language/language.tsx'
import type { StepField, Values } from './office-fields.ts'
import { count } from './step.ts'
import { StepFields } from './step-fields.tsx'

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
