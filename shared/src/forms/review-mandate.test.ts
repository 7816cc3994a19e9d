import { expect, test } from 'vitest'
import type { Mandate } from '../case/letter.ts'
import { officerAt, orgFor } from '../testing/case-history.ts'
import { subjectOf } from '../testing/form-subject.ts'
import { reviewMandate } from './employer-forms.ts'
import { wordsOf } from './form.ts'
import { groupFor, groupForm } from './group-forms.ts'
import type { Subject } from './subject.ts'

const LETTER: Mandate = {
  number: '绍市环委〔2022〕3号',
  committee: '浙江省生态环境专业高级工程师评审委员会',
  grounds: '经审查，材料齐全、程序合规。',
  handler: '孙立',
  on: '2022-10-12',
  stage: 'DEPT_M',
  org: orgFor('DEPT_M'),
}

function entrusted(id: string, fullName: string, mandate: Mandate | null): Subject {
  const subject = subjectOf({ id, person: { fullName } })
  return { ...subject, case: { ...subject.case, mandate } }
}
const QIAN = entrusted('qianrulan', '钱如兰', LETTER)
const XU = entrusted('xumingchuan', '许明川', { ...LETTER, number: '绍市环委〔2022〕9号', on: '2022-10-20' })
const LU = entrusted('luqinghe', '陆青禾', LETTER)
const SONG = entrusted('songzhiyuan', '宋知远', null)

test('[FORM-31] prints each letter from its fact, on pages of its own, with the people who are in it', () => {
  const form = reviewMandate([XU, QIAN, SONG, LU], '绍兴市生态环境局')
  if (!form) throw new Error('a form')
  const pages: string[] = ['']
  for (const block of form.blocks) {
    if (block.kind === 'page') pages.push('')
    else pages[pages.length - 1] += wordsOf({ ...form, blocks: [block] }).join('\n')
  }
  expect(pages).toHaveLength(2)
  const [first = '', second = ''] = pages
  for (const part of [LETTER.number, LETTER.committee, LETTER.grounds, '2名人员', '钱如兰', '陆青禾', '2022年10月12日'])
    expect(first, part).toContain(part)
  for (const part of ['绍市环委〔2022〕9号', '1名人员', '许明川', '2022年10月20日'])
    expect(second, part).toContain(part)
  expect(first).not.toContain('许明川')
  expect(first + second).not.toContain('宋知远')
})

test('[FORM-31] is for the office that issued the letter, and there is none without one', () => {
  const all = [QIAN, XU, SONG]
  const listed = groupFor('mandate', all, orgFor('DEPT_M'), 'office').map(({ submission }) => submission.owner)
  expect([...listed].sort()).toEqual(['qianrulan', 'xumingchuan'])
  expect(groupFor('mandate', all, orgFor('HRSS_M'), 'office')).toEqual([])
  expect(
    groupFor('mandate', all, officerAt('DEPT_M').memberships[0]?.orgId ?? orgFor('SR_OFFICE'), 'employer'),
  ).toEqual([])
  expect(groupForm('mandate', [SONG], { name: '绍兴市生态环境局' })).toBeNull()
})
