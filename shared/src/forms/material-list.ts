/** F16 资料袋材料清单, and the list of attachments inside the evaluation form: what was filed, by the plan's slots, with the number of files. */

import { SECTION_KEYS } from '../archive/section.ts'
import { sectionByKey } from '../archive/sections.ts'
import { copiesFor } from '../case/form-copies.ts'
import { cell, type Form, type Grid, label } from './form.ts'
import { entriesOf, nameOf, type Subject } from './subject.ts'

interface Material {
  readonly name: string
  readonly files: number
  readonly note: string
}

function materialsOf(subject: Subject): readonly Material[] {
  const { plan, submission } = subject
  const attached = plan.attachmentSlots.flatMap(({ code, title }) => {
    const files = (submission.filing?.attachments ?? []).filter(({ slot }) => slot === code)
    return files.length === 0
      ? []
      : [{ name: title, files: files.length, note: files.map(({ name }) => name).join('、') }]
  })
  const proofs = SECTION_KEYS.flatMap((key) => {
    const entries = entriesOf(subject, key)
    const files = entries.reduce((sum, { content }) => sum + content.evidence.length, 0)
    return files === 0
      ? []
      : [{ name: `${sectionByKey(key).label.zh}佐证材料`, files, note: `${entries.length}条业绩` }]
  })
  return [...attached, ...proofs]
}

export function materials(subject: Subject): Grid {
  const list = materialsOf(subject)
  const row = ({ name, files, note }: Material, index: number) => [
    cell(String(index + 1), { align: 'center' }),
    cell(name),
    cell(String(files), { align: 'center' }),
    cell(note),
  ]
  return {
    kind: 'grid',
    widths: [8, 44, 10, 38],
    headRows: 1,
    rows: [
      ['序号', '材料名称', '份数', '说明'].map((name) => label(name)),
      ...(list.length === 0 ? [[cell('无', { across: 4, align: 'center' })]] : list.map(row)),
    ],
  }
}

export function materialListForm(subject: Subject): Form {
  const { plan, submission } = subject
  const count = copiesFor(plan, subject.case.isInterviewed)
  return {
    kind: 'material-list',
    title: '申报材料清单',
    paper: 'portrait',
    watermark: plan.evaluationForm.watermarkText,
    checkpoint: subject.checkpoint,
    foot: `${submission.plan.year}年度　${nameOf(subject)}　${submission.employer.name}`,
    blocks: [
      { kind: 'title', text: '申报材料清单', size: 'main' },
      { kind: 'line', text: `${submission.plan.title}`, align: 'center', isSmall: true },
      { kind: 'space', mm: 4 },
      {
        kind: 'grid',
        widths: [14, 36, 14, 36],
        rowMm: 9,
        rows: [
          [label('姓名'), cell(nameOf(subject)), label('单位'), cell(submission.employer.name)],
          [
            label('申报编号'),
            cell(submission.application),
            label('评审表份数'),
            cell(count === null ? '' : `${count}份`),
          ],
        ],
      },
      { kind: 'space', mm: 4 },
      materials(subject),
      { kind: 'space', mm: 8 },
      {
        kind: 'line',
        text: '移交人签名：　　　　　　　　接收人签名：　　　　　　　　　　年　　月　　日',
        align: 'right',
      },
    ],
  }
}
