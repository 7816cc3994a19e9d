/** Sections 7, 8 and 13 of domain §3.4: projects, and what became of their results. */
import type { Section } from '../section.ts'
import {
  BEGIN,
  choice,
  END,
  integer,
  LEVELS,
  month,
  openMonth,
  option,
  PART_IN_IT,
  PARTICIPANTS,
  prose,
  RANK,
  REQUIRED,
  say,
  text,
  wan,
  YM_HINT,
  yesNo,
} from './describe.ts'

const MAIN_CONTRIBUTOR = say(
  '集体项目须上传本人系主要完成人的证明，否则申报时不能提取。',
  'A group project needs proof of being a main contributor; without it the item cannot be pulled.',
)

export const RESEARCH_PROJECT: Section = {
  key: 'researchProject',
  number: 7,
  version: 1,
  label: say('主持参与科研项目（基金）情况', 'Research projects and grants'),
  hint: say(
    '附立项文件、任务书、结题验收材料；集体项目另附本人系主要完成人的证明。',
    'With the grant letter, task book and final report; for group projects proof of being a main contributor.',
  ),
  isMandatory: false,
  titleField: 'name',
  dateField: 'endYm',
  fields: [
    month('beginYm', BEGIN, { ...REQUIRED, ...YM_HINT }),
    openMonth('endYm', END),
    text('name', say('项目（基金）名称', 'Project'), 100, REQUIRED),
    text('source', say('来源（委托单位）', 'Commissioned by'), 60, REQUIRED),
    choice('projectType', say('项目类型', 'Kind'), [
      option('vertical', '纵向', 'Government-funded'),
      option('horizontal', '横向', 'Commissioned'),
      option('own', '自立', 'Own'),
      option('fund', '基金', 'Foundation'),
      option('other', '其他', 'Other'),
    ]),
    choice('level', say('级别', 'Level'), LEVELS, REQUIRED),
    wan('amountWan', say('金额', 'Amount')),
    integer('participantCount', PARTICIPANTS, 1, 999),
    integer('rank', RANK, 1, 999, REQUIRED),
    prose('mainTask', say('主要任务', 'Main task'), 500, REQUIRED),
    prose('intro', say('项目介绍', 'About the project'), 1000),
    yesNo('isFinished', say('是否结题', 'Finished'), REQUIRED),
    yesNo('isPrimary', say('是否主要项目', 'A main project')),
  ],
  rules: [
    { code: 'V-DATE-ORDER', begin: 'beginYm', end: 'endYm' },
    { code: 'V-RANK-COUNT', rank: 'rank', count: 'participantCount' },
    {
      code: 'V-EVIDENCE-REQ',
      kind: 'any',
      message: say('请上传立项、任务书或结题验收材料。', 'Upload the grant letter, task book or final report.'),
    },
    {
      code: 'V-EVIDENCE-REQ',
      kind: 'mainContributor',
      when: { field: 'participantCount', greaterThan: 1 },
      message: MAIN_CONTRIBUTOR,
    },
  ],
  isGroupWhen: { field: 'participantCount', greaterThan: 1 },
}

export const ENGINEERING_PROJECT: Section = {
  key: 'engineeringProject',
  number: 8,
  version: 1,
  label: say('主持参与工程技术项目情况', 'Engineering projects'),
  hint: say(
    '附合同、报告、验收意见等材料；参与集体项目的，另附本人系主要完成人的证明。',
    'With contract, report, acceptance; who took part in a group project adds proof of being a main contributor.',
  ),
  isMandatory: false,
  titleField: 'name',
  dateField: 'endYm',
  fields: [
    month('beginYm', BEGIN, { ...REQUIRED, ...YM_HINT }),
    openMonth('endYm', END),
    text('name', say('项目名称', 'Project'), 100, REQUIRED),
    text('projectCategory', say('项目类别', 'Category'), 40, REQUIRED),
    choice('role', say('主持或参与', 'Part in it'), PART_IN_IT, REQUIRED),
    wan('amountWan', say('金额', 'Amount')),
    text('scale', say('项目规模', 'Scale'), 100),
    prose('description', say('项目描述', 'Description'), 1000),
    prose('responsibility', say('本人职责', 'Own responsibility'), 500, REQUIRED),
  ],
  rules: [
    { code: 'V-DATE-ORDER', begin: 'beginYm', end: 'endYm' },
    {
      code: 'V-EVIDENCE-REQ',
      kind: 'any',
      message: say('请上传合同、报告或验收材料。', 'Upload contract, report or acceptance.'),
    },
    {
      code: 'V-EVIDENCE-REQ',
      kind: 'mainContributor',
      when: { field: 'role', isOneOf: ['participate'] },
      message: MAIN_CONTRIBUTOR,
    },
  ],
  isGroupWhen: { field: 'role', isOneOf: ['participate'] },
}

export const ACHIEVEMENT_ADOPTION: Section = {
  key: 'achievementAdoption',
  number: 13,
  version: 1,
  label: say('成果被批示、采纳、运用和推广情况', 'Results adopted, applied and spread'),
  hint: say(
    '附批示件、采纳证明或应用单位证明。',
    'With the written instruction, or a certificate by whoever adopted or applies the result.',
  ),
  isMandatory: false,
  titleField: 'resultName',
  dateField: 'projectYm',
  fields: [
    text('resultName', say('产品技术名称', 'Product or technique'), 150, REQUIRED),
    month('projectYm', say('立项时间', 'Begun'), YM_HINT),
    text('companyName', say('企业（采纳单位）名称', 'Adopted by'), 60, REQUIRED),
    choice(
      'kind',
      say('形式', 'How'),
      [
        option('instruction', '批示', 'Written instruction'),
        option('adoption', '采纳', 'Adopted'),
        option('application', '运用', 'Applied'),
        option('promotion', '推广', 'Spread'),
      ],
      REQUIRED,
    ),
    wan('rdWan', say('研发投入', 'Spent on research')),
    prose('economicBenefit', say('经济效益', 'Economic benefit'), 500),
    prose('socialBenefit', say('社会效益', 'Social benefit'), 500),
    prose('innovationLevel', say('技术创新水平', 'Level of innovation'), 300),
  ],
  rules: [
    {
      code: 'V-EVIDENCE-REQ',
      kind: 'any',
      message: say('请上传批示件、采纳证明或应用证明。', 'Upload the proof that it was adopted or applied.'),
    },
  ],
}
