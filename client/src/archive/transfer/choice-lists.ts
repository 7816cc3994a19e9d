/**
 * Drop-down lists in a sheet: each column of a field with options lets one be chosen, from the sheet of choices beside it. The library
 * that writes sheets leaves this to extensions, and the published one for it cannot be installed, so here are the few elements.
 */
import type { Section } from '@yejibu/shared/archive/section'
import type { Language } from '@yejibu/shared/archive/transfer/section-sheet'
import { choicesSheet } from '@yejibu/shared/archive/transfer/section-sheet'

/** Below the headings and the row of notes, as far as an import goes. */
const FIRST_ROW = 3
const LAST_ROW = 3_002

const WORDS = {
  zh: { yesNo: '是,否', title: '请从列表中选择', error: '此栏只能填写下拉列表中的选项。' },
  en: { yesNo: 'Yes,No', title: 'Choose from the list', error: 'Only what the list offers can stand here.' },
} as const

/** @returns the element to stand behind the cells of the section's sheet; empty when no field has options */
export function choiceListsXml(section: Section, language: Language): string {
  const words = WORDS[language]
  let lists = 0
  const found = section.fields.flatMap((field, at) => {
    const column = columnName(at)
    const from = (formula: string) =>
      `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="${words.title}" error="${words.error}" sqref="${column}${FIRST_ROW}:${column}${LAST_ROW}"><formula1>${escaped(formula)}</formula1></dataValidation>`
    if (field.type.kind === 'yes-no') return [from(`"${words.yesNo}"`)]
    if (field.type.kind !== 'choice') return []
    const list = columnName(lists)
    lists += 1
    const name = choicesSheet(section, language).name.replaceAll("'", "''")
    return [from(`'${name}'!$${list}$2:$${list}$${field.type.options.length + 1}`)]
  })
  return found.length === 0 ? '' : `<dataValidations count="${found.length}">${found.join('')}</dataValidations>`
}

/** A, B … Z, AA … */
function columnName(at: number): string {
  const before = Math.floor(at / 26)
  return (before > 0 ? columnName(before - 1) : '') + String.fromCharCode(65 + (at % 26))
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
