/** One of the sixteen sections, for a sheet. */
import type { Section } from '@yejibu/shared/archive/section'
import { SECTIONS } from '@yejibu/shared/archive/sections'
import type { JSX } from 'solid-js'
import { transferWords } from '../../language/archive-transfer.ts'
import { useLanguage, useText } from '../../language/language.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'

export interface SectionChoiceProps {
  readonly chosen: Section | undefined
  readonly onChoose: (section: Section | undefined) => void
  /** Beside the section's name, such as how many entries it has. */
  readonly count?: ((section: Section) => number) | undefined
}

export function SectionChoice(props: SectionChoiceProps): JSX.Element {
  const t = useText(transferWords)
  const { say } = useLanguage()
  const label = (section: Section) => {
    const n = props.count?.(section)
    return n === undefined ? say(section.label) : t('done.sections', { section: say(section.label), n })
  }
  return (
    <ChoiceField
      label={t('templates.section')}
      form="select"
      value={props.chosen?.key ?? ''}
      options={SECTIONS.map((section) => ({ value: section.key, label: label(section) }))}
      onChoose={(key) => props.onChoose(SECTIONS.find((section) => section.key === key))}
    />
  )
}
