import { fireEvent, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { Checkbox } from './checkbox.tsx'
import { ChoiceField } from './choice-field.tsx'
import { DateMonthField } from './date-month-field.tsx'
import { ProseField } from './prose-field.tsx'
import { show } from './testing/show.tsx'
import { TextField } from './text-field.tsx'

const LEVELS = ['国家级', '省部级', '市厅级', '县级', '单位'].map((label, index) => ({ value: `l${index}`, label }))
const CITIES = Array.from({ length: 13 }, (_, index) => ({ value: `c${index}`, label: `第${index}市` }))

describe('a field', () => {
  it('[CLIENT-61] is named by its label, and described by its hint and its error', () => {
    const [error, setError] = createSignal<string | undefined>(undefined)
    show(() => (
      <TextField label="项目名称" hint="与立项文件一致" error={error()} value="" onInput={() => undefined} isRequired />
    ))
    const field = screen.getByRole('textbox', { name: '项目名称' })
    expect(field).toHaveAccessibleDescription('与立项文件一致')
    expect(field).not.toHaveAttribute('aria-invalid')
    expect(field).toBeRequired()
    setError('请填写项目名称')
    expect(field).toHaveAccessibleDescription('与立项文件一致 请填写项目名称')
    expect(field).toBeInvalid()
    setError(undefined)
    expect(field).toBeValid()
  })

  it('[CLIENT-61] stays valid under a warning', () => {
    show(() => <TextField label="证书编号" warning="与证明材料不同，请核对" value="A1" onInput={() => undefined} />)
    const field = screen.getByRole('textbox', { name: '证书编号' })
    expect(field).toHaveAccessibleDescription('与证明材料不同，请核对')
    expect(field).toBeValid()
  })

  it('[CLIENT-62] reports what is typed, and shows what its owner made of it', async () => {
    const [value, setValue] = createSignal('')
    const user = show(() => (
      <TextField label="编号" value={value()} onInput={(typed) => setValue(typed.toUpperCase())} />
    ))
    await user.type(screen.getByRole('textbox', { name: '编号' }), 'zj-7')
    expect(value()).toBe('ZJ-7')
    expect(screen.getByRole('textbox', { name: '编号' })).toHaveValue('ZJ-7')
  })

  it('[CLIENT-62] reports nothing while an input method composes, and lets nothing from elsewhere break the composition', () => {
    const reported: string[] = []
    const [value, setValue] = createSignal('已')
    show(() => (
      <TextField
        label="名称"
        value={value()}
        onInput={(typed) => {
          reported.push(typed)
          setValue(typed)
        }}
      />
    ))
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: '名称' })
    field.focus()
    fireEvent.compositionStart(field)
    field.value = '已shui'
    fireEvent.input(field, { isComposing: true })
    setValue('另一台设备')
    expect(reported).toEqual([])
    expect(field.value).toBe('已shui')
    field.value = '已水'
    fireEvent.compositionEnd(field)
    expect(reported).toEqual(['已水'])
    expect(field.value).toBe('已水')
  })

  it('[CLIENT-62] leaves the caret on its letter when the text before it changes from elsewhere', () => {
    const [value, setValue] = createSignal('水质监测')
    show(() => <ProseField label="内容" value={value()} onInput={setValue} />)
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '内容' })
    field.focus()
    field.setSelectionRange(2, 2)
    setValue('曹娥江水质监测')
    expect(field.selectionStart).toBe(5)
    setValue('曹娥江水质自动监测')
    expect(field.selectionStart).toBe(5)
  })

  it('[CLIENT-63] counts characters as people see them, and says how many are too many', () => {
    const [value, setValue] = createSignal('𠮷祥é')
    show(() => <ProseField label="述职" value={value()} onInput={setValue} maxChars={1000} />)
    const field = screen.getByRole('textbox', { name: '述职' })
    expect(field).toHaveAccessibleDescription('3 / 1000 字')
    setValue('字'.repeat(1002))
    expect(field).toHaveAccessibleDescription('1002 / 1000 字，超出 2 字')
  })

  it('[CLIENT-63] takes a count made by another rule', () => {
    show(() => <ProseField label="述职" value={'一\n二'} count={2} onInput={() => undefined} maxChars={1000} />)
    expect(screen.getByRole('textbox', { name: '述职' })).toHaveAccessibleDescription('2 / 1000 字')
  })
})

describe('a choice', () => {
  it('[CLIENT-64] of up to three options shows them all as radios', async () => {
    const [value, setValue] = createSignal('')
    const user = show(() => (
      <ChoiceField label="本人作用" value={value()} onChoose={setValue} options={LEVELS.slice(0, 3)} error="请选择" />
    ))
    const group = screen.getByRole('radiogroup', { name: '本人作用' })
    expect(group).toHaveAccessibleDescription('请选择')
    await user.click(screen.getByRole('radio', { name: '省部级' }))
    expect(value()).toBe('l1')
    await user.click(screen.getByRole('button', { name: '清空' }))
    expect(value()).toBe('')
    expect(screen.getByRole('radio', { name: '省部级' })).not.toBeChecked()
  })

  it('[CLIENT-64] of up to twelve options is a select, and keeps a value that is not among them', async () => {
    const [value, setValue] = createSignal('old-code')
    const user = show(() => <ChoiceField label="级别" value={value()} onChoose={setValue} options={LEVELS} />)
    const select = screen.getByRole('combobox', { name: '级别' })
    expect(select).toHaveValue('old-code')
    await user.selectOptions(select, '市厅级')
    expect(value()).toBe('l2')
  })

  it('[CLIENT-64] of many options is narrowed by typing', async () => {
    const [value, setValue] = createSignal('')
    const user = show(() => (
      <ChoiceField label="城市" value={value()} onChoose={setValue} options={CITIES} hint="单位所在" />
    ))
    const box = await screen.findByPlaceholderText('输入文字筛选选项')
    expect(box).toHaveAccessibleName(/城市/)
    expect(box).toHaveAccessibleDescription('单位所在')
    await user.type(box, '第12')
    await user.keyboard('{ArrowDown}{Enter}')
    expect(value()).toBe('c12')
  })
})

describe('a month', () => {
  it('[CLIENT-65] is tidied to six digits when the field is left', async () => {
    const [value, setValue] = createSignal('')
    const user = show(() => <DateMonthField label="开始年月" value={value()} onInput={setValue} today="202611" />)
    await user.type(screen.getByRole('textbox', { name: '开始年月' }), '2022年6月')
    await user.tab()
    expect(value()).toBe('202206')
  })

  it('[CLIENT-65] can be picked with the keyboard, but none that is still to come', async () => {
    const [value, setValue] = createSignal('')
    const user = show(() => (
      <DateMonthField label="结束年月" value={value()} onInput={setValue} today="202611" isOpenEnded />
    ))
    screen.getByRole('button', { name: '结束年月: 选择年月' }).focus()
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('button', { name: '2026年12月' })).toBeDisabled()
    expect(screen.getByRole('button', { name: '下一年' })).toBeDisabled()
    await user.click(screen.getByRole('button', { name: '上一年' }))
    await user.click(screen.getByRole('button', { name: '2025年12月' }))
    expect(value()).toBe('202512')
  })
})

describe('a checkbox', () => {
  it('[CLIENT-61] is named by its sentence and described by what is wrong', async () => {
    const [isChecked, setChecked] = createSignal(false)
    const user = show(() => (
      <Checkbox
        label="本人承诺真实"
        isChecked={isChecked()}
        onChange={setChecked}
        error={isChecked() ? undefined : '请先承诺'}
      />
    ))
    const box = screen.getByRole('checkbox', { name: '本人承诺真实' })
    expect(box).toHaveAccessibleDescription('请先承诺')
    await user.click(box)
    expect(isChecked()).toBe(true)
    expect(box).toBeValid()
  })
})
