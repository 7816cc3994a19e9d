/** Sections 5, 6, 14–16 of domain §3.4: what others said of a person's work. */

import type { Section } from '../section.ts'
import {
  choice,
  code,
  hint,
  integer,
  LEVELS,
  month,
  option,
  PARTICIPANTS,
  prose,
  RANK,
  REQUIRED,
  say,
  text,
  YM_HINT,
  year,
  yesNo,
} from './describe.ts'

export const AWARD: Section = {
  key: 'award',
  number: 5,
  version: 1,
  label: say('获奖情况', 'Awards'),
  hint: say(
    '填写科技进步奖、优秀工程奖等成果奖励，附获奖证书；集体奖项另附本人系主要完成人的证明。',
    'Prizes for results, with the certificate; for a group prize also proof of being a main contributor.',
  ),
  isMandatory: false,
  titleField: 'itemName',
  dateField: 'awardYm',
  fields: [
    text('itemName', say('获奖项目名称', 'Awarded work'), 100, REQUIRED),
    choice('level', say('奖励级别', 'Level'), LEVELS, REQUIRED),
    text('awardName', say('获奖名称', 'Award'), 100, REQUIRED),
    choice('grade', say('获奖等级', 'Grade'), [
      option('special', '特等', 'Special'),
      option('first', '一等', 'First'),
      option('second', '二等', 'Second'),
      option('third', '三等', 'Third'),
      option('other', '其他', 'Other'),
    ]),
    text('otherName', say('其它获奖名称', 'Other name of the award'), 100),
    yesNo('isPrimary', say('是否主要奖项', 'A main award')),
    integer('rank', RANK, 1, 999, REQUIRED),
    integer('participantCount', PARTICIPANTS, 1, 999, REQUIRED),
    month('awardYm', say('获奖时间', 'Awarded'), { ...REQUIRED, ...YM_HINT }),
  ],
  rules: [
    { code: 'V-RANK-COUNT', rank: 'rank', count: 'participantCount' },
    {
      code: 'V-EVIDENCE-REQ',
      kind: 'any',
      message: say('请上传获奖证书或获奖文件。', 'Upload the award certificate.'),
    },
    {
      code: 'V-EVIDENCE-REQ',
      kind: 'mainContributor',
      when: { field: 'participantCount', greaterThan: 1 },
      message: say(
        '集体奖项须上传本人系主要完成人的证明，否则申报时不能提取。',
        'A group award needs proof of being a main contributor; without it the item cannot be pulled.',
      ),
    },
  ],
  isGroupWhen: { field: 'participantCount', greaterThan: 1 },
}

export const HONOR: Section = {
  key: 'honor',
  number: 6,
  version: 1,
  label: say('获得荣誉称号情况', 'Honours'),
  hint: say('填写先进工作者、技术能手等荣誉称号，附证书或文件。', 'Honorary titles, with certificate or decree.'),
  isMandatory: false,
  titleField: 'name',
  dateField: 'grantYm',
  fields: [
    text('name', say('荣誉称号名称', 'Honour'), 100, REQUIRED),
    text('grantor', say('授予单位', 'Granted by'), 60, REQUIRED),
    choice('level', say('级别', 'Level'), LEVELS, REQUIRED),
    month('grantYm', say('授予时间', 'Granted'), { ...REQUIRED, ...YM_HINT }),
  ],
  rules: [
    {
      code: 'V-EVIDENCE-REQ',
      kind: 'any',
      message: say('请上传荣誉证书或授予文件。', 'Upload the certificate or the decree.'),
    },
  ],
}

export const QUALIFICATION_CERT: Section = {
  key: 'qualificationCert',
  number: 14,
  version: 1,
  label: say('资质证书', 'Qualification certificates'),
  hint: say(
    '填写注册环保工程师、环评工程师、建造师等职（执）业资格，附证书。',
    'Registered professional qualifications, with the certificate.',
  ),
  isMandatory: false,
  titleField: 'name',
  dateField: 'obtainedYm',
  fields: [
    text('name', say('证书名称', 'Certificate'), 80, REQUIRED),
    text('specialty', say('专业名称', 'Profession'), 60),
    text('level', say('证书等级', 'Grade'), 30),
    code('certNo', say('证书编号', 'Certificate number'), 40, REQUIRED),
    text('issuer', say('发证机构', 'Issued by'), 60, REQUIRED),
    month('obtainedYm', say('获得时间', 'Obtained'), { ...REQUIRED, ...YM_HINT }),
    month('expiryYm', say('结束时间', 'Valid until'), {
      mayBeFuture: true,
      ...hint('长期有效的请留空。', 'Leave empty when it does not expire.'),
    }),
  ],
  rules: [
    { code: 'V-DATE-ORDER', begin: 'obtainedYm', end: 'expiryYm' },
    {
      code: 'V-EVIDENCE-REQ',
      kind: 'any',
      message: say('请上传资质证书扫描件。', 'Upload a scan of the certificate.'),
    },
  ],
}

export const REWARD_PUNISHMENT: Section = {
  key: 'rewardPunishment',
  number: 15,
  version: 1,
  label: say('奖惩情况', 'Commendations and penalties'),
  hint: say(
    '如实填写单位和主管部门给予的奖励与惩处，附文件。',
    'Commendations and penalties by the employer or its department, truthfully, with the decree.',
  ),
  isMandatory: false,
  titleField: 'name',
  dateField: 'ym',
  fields: [
    text('name', say('奖惩名称', 'Name'), 100, REQUIRED),
    choice(
      'type',
      say('类型', 'Kind'),
      [option('reward', '奖励', 'Commendation'), option('punishment', '惩处', 'Penalty')],
      REQUIRED,
    ),
    month('ym', say('时间', 'Month'), { ...REQUIRED, ...YM_HINT }),
  ],
  rules: [],
}

export const ASSESSMENT: Section = {
  key: 'assessment',
  number: 16,
  version: 1,
  label: say('考核情况', 'Yearly assessments'),
  hint: say('逐年填写年度考核结果，每年一条。', 'The result of each yearly assessment, one entry for a year.'),
  isMandatory: true,
  titleField: 'year',
  dateField: 'year',
  uniqueBy: 'year',
  fields: [
    year('year', say('考核年度', 'Year'), REQUIRED),
    choice(
      'result',
      say('考核结果', 'Result'),
      [
        option('excellent', '优秀', 'Excellent'),
        option('qualified', '合格', 'Qualified'),
        option('basicallyQualified', '基本合格', 'Basically qualified'),
        option('unqualified', '不合格', 'Unqualified'),
      ],
      { ...REQUIRED, ...hint('称职、基本称职、不称职按对应等次选择。', 'Choose the grade that corresponds.') },
    ),
    prose('opinion', say('考核意见', 'Opinion'), 300),
    text('assessor', say('考核单位', 'Assessed by'), 60),
  ],
  rules: [],
}
