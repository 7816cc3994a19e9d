import { render, screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { createSignal, Show } from 'solid-js'
import { expect, test } from 'vitest'
import { LanguageProvider } from '../language/language.tsx'
import { createVacancies, type Quota, VacanciesField } from './vacancies-field.tsx'

function shown(quota: Quota) {
  let vacancies: ReturnType<typeof createVacancies> | undefined
  render(() => {
    const [known] = createSignal<Quota | null>(quota)
    vacancies = createVacancies(known)
    const own = vacancies
    return (
      <LanguageProvider>
        <Show when={known()}>{(now) => <VacanciesField vacancies={own} quota={now()} isAsked />}</Show>
      </LanguageProvider>
    )
  })
  return { vacancies: () => vacancies, field: () => screen.getByRole('textbox', { name: /空缺岗位数/ }) }
}
const OVER = /推荐人数超过空缺岗位数。连同本次共推荐 3 人/

test('[CLIENT-374] where the plan insists, nothing, no number and too few posts each say what to do and stop', async () => {
  const { vacancies, field } = shown({ others: 2, isRequired: true })
  expect(screen.getByText(/本计划已推荐 2 人/)).toBeVisible()
  expect(screen.getByText('请按岗位信息表填写空缺岗位数。')).toBeVisible()
  await userEvent.type(field(), '三个')
  expect(screen.getByText('空缺岗位数须为 0–9999 的整数。')).toBeVisible()
  await userEvent.clear(field())
  await userEvent.type(field(), '2')
  expect(screen.getByText(OVER)).toBeVisible()
  expect([vacancies()?.problem(), vacancies()?.isOver()]).toEqual(['over', false])
  await userEvent.clear(field())
  await userEvent.type(field(), '3')
  expect(screen.queryByText(OVER)).toBeNull()
  expect([vacancies()?.problem(), vacancies()?.count()]).toEqual([undefined, 3])
})

test('[CLIENT-374] elsewhere it may stay empty, and too few posts are a warning that does not stop', async () => {
  const { vacancies, field } = shown({ others: 2, isRequired: false })
  expect([vacancies()?.problem(), vacancies()?.count()]).toEqual([undefined, null])
  await userEvent.type(field(), '1')
  expect(screen.getByText(OVER)).toBeVisible()
  expect([vacancies()?.problem(), vacancies()?.isOver(), vacancies()?.count()]).toEqual([undefined, true, 1])
})
