/** F10 自评表与推荐表: the table's indicators with what was counted, the total, and the recommenders' blocks (domain §4.10). */

import { sectionByKey } from '../archive/sections.ts'
import { paperOf } from './cover-and-history.ts'
import { type Block, cell, DATE_BY_HAND, type Form, label } from './form.ts'
import { nameOf, ofPerson, type Subject } from './subject.ts'
import { wordsFor } from './value-words.ts'

/** @returns null where the submission carries no score */
export function selfEvaluationForm(subject: Subject): Form | null {
  const { plan, submission } = subject
  const score = submission.filing?.score ?? null
  if (!score) return null
  const table = plan.selfEvaluation?.table
  const title = table?.title ?? '专业技术职务任职资格自评表'
  const asked = plan.recommenders?.count ?? 2
  const given = submission.filing?.recommenders ?? []
  const recommenders: Block[] = Array.from({ length: Math.max(asked, given.length) }, (_, index): readonly Block[] => {
    const one = given[index]
    // One frame with a cell that reaches down: a recommender's name and opinion stay on one page.
    return [
      {
        kind: 'grid',
        widths: [8, 14, 22, 12, 44],
        rowMm: 8,
        rows: [
          [
            label(`推荐人${index + 1}`, { down: 3 }),
            ...[label('姓名'), cell(one?.name ?? ''), label('单位'), cell(one?.employer ?? '')],
          ],
          [label('职称'), cell(one?.title ?? ''), label('专业'), cell(one?.specialty ?? '')],
          [
            label('推荐意见'),
            cell(`\n\n推荐人签名：＿＿＿＿＿＿＿\n${DATE_BY_HAND}`, { across: 3, align: 'right', leastMm: 22 }),
          ],
        ],
      },
    ]
  }).flat()
  return {
    ...paperOf(subject, 'self-evaluation', '自评表与推荐表'),
    blocks: [
      { kind: 'title', text: title.replace(/[《》]/g, ''), size: 'main' },
      ...(score.table.isOfficial
        ? []
        : [{ kind: 'line', text: '示例评分表（非官方）', align: 'center', isSmall: true } as const]),
      {
        kind: 'grid',
        widths: [14, 22, 12, 52],
        rowMm: 9,
        rows: [
          [label('姓名'), cell(nameOf(subject)), label('单位'), cell(submission.employer.name)],
          [label('申报专业'), cell(ofPerson(subject, 'specialty')), label('自评总分'), cell(`${score.total} 分`)],
        ],
      },
      {
        kind: 'grid',
        widths: [40, 10, 28, 11, 11],
        headRows: 1,
        rows: [
          ['评价指标', '分值上限', '自评依据', '折算前', '自评得分'].map((name) => label(name)),
          ...score.lines.map((line) => [
            cell(line.name),
            cell(line.cap, { align: 'center' }),
            cell(line.claims.map(({ item, points }) => `${titleOf(subject, item)} ${points}分`.trim()).join('\n')),
            cell(line.value, { align: 'center' }),
            cell(line.counted, { align: 'center' }),
          ]),
          [label('合计', { across: 4 }), cell(score.total, { align: 'center' })],
        ],
      },
      { kind: 'space', mm: 3 },
      ...recommenders,
    ],
  }
}

function titleOf(subject: Subject, item: string | null): string {
  const entry = subject.submission.pulls.find((pull) => pull.item === item)
  if (!entry || entry.content.part === 'profile') return ''
  const { part, fields } = entry.content
  return wordsFor(part, fields, sectionByKey(part).titleField)
}
