import { render, screen } from '@solidjs/testing-library'
import { describe, expect, it } from 'vitest'
import { LanguageProvider } from '../language/language.tsx'
import { ChoiceField } from './choice-field.tsx'

const show = (more: object, value = '') =>
  render(() => (
    <LanguageProvider initially="zh">
      <ChoiceField
        label="备注"
        form="select"
        options={[
          { value: '', label: '无' },
          { value: 'skilled', label: '技能人才' },
        ]}
        value={value}
        onChoose={() => undefined}
        {...more}
      />
    </LanguageProvider>
  ))

describe('a choice', () => {
  it('[CLIENT-459] that has “none” among its options shows it as chosen, and no second empty one', () => {
    show({})
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['无', '技能人才'])
    expect(screen.getByRole<HTMLSelectElement>('combobox').selectedOptions[0]?.textContent).toBe('无')
  })

  it('[CLIENT-459] of which one always holds is changed, and not emptied', () => {
    show({ form: 'radio', isKept: true }, 'skilled')
    expect(screen.queryByRole('button')).toBeNull()
  })
})
