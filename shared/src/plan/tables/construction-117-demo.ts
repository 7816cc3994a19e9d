/**
 * 示例评分表（非官方） for construction, threshold 117 (domain §4.10 EVAL-CON-117-DEMO). Points come from a public table of the same kind;
 * where that one cannot be read they are an assumption. What a project, prize or role counts as, the person chooses herself.
 */
import type { SectionKey } from '../../archive/section.ts'
import type { Indicator, Match, ScoreTable } from '../score-table.ts'

function row(code: string, name: string, points: number, matches: Match[] = [], part: SectionKey | null = null) {
  return { code, name, points, matches, part }
}

function perItem(
  code: string,
  name: string,
  cap: number,
  sections: SectionKey[],
  rows: ReturnType<typeof row>[],
): Indicator {
  return { scoreKind: 'perItem', code, name, cap, sections, note: '', rows }
}

const type = (patentType: string): Match[] => [{ field: 'patentType', isOneOf: [patentType] }]
const first = (patentType: string): Match[] => [...type(patentType), { field: 'rank', isOneOf: ['1'] }]
const standard = (role: string, ...isOneOf: string[]): Match[] => [
  { field: 'level', isOneOf },
  { field: 'role', isOneOf: [role] },
]
const level = (...isOneOf: string[]): Match[] => [{ field: 'level', isOneOf }]

const BACKGROUND: readonly Indicator[] = [
  {
    scoreKind: 'choice',
    code: 'C1',
    name: '学历学位',
    cap: 10,
    sections: ['education'],
    note: '',
    needsItem: true,
    rows: [
      row('bachelor', '本科以上', 10, [{ field: 'eduLevel', isOneOf: ['bachelor', 'master', 'doctor'] }]),
      row('college', '大专', 6, [{ field: 'eduLevel', isOneOf: ['college'] }]),
    ],
  },
  {
    scoreKind: 'choice',
    code: 'C2',
    name: '经历与能力',
    cap: 18,
    sections: ['work'],
    note: '按符合的经历与能力条件项数选择。',
    needsItem: false,
    rows: [row('four', '4项以上', 18), row('three', '3项', 12), row('two', '2项', 6)],
  },
  perItem(
    'C3',
    '论文著作',
    10,
    ['paper', 'book'],
    [row('paper', '论文', 2, [], 'paper'), row('book', '著作', 2, [], 'book')],
  ),
  {
    scoreKind: 'choice',
    code: 'C4',
    name: '执业资格',
    cap: 8,
    sections: ['qualificationCert'],
    note: '',
    needsItem: true,
    rows: [row('second', '二级以上', 8)],
  },
]

const ACHIEVEMENT: readonly Indicator[] = [
  perItem(
    'C5',
    '工作业绩',
    60,
    ['engineeringProject'],
    [
      row('medium-core', '中等复杂项目（政府类），技术骨干', 60),
      row('medium-part', '中等复杂项目（政府类），参与', 20),
      row('simple-core', '一般项目（企业类），技术骨干', 30),
      row('simple-part', '一般项目（企业类），参与', 15),
    ],
  ),
  perItem(
    'C6',
    '科研',
    10,
    ['researchProject'],
    [
      row('municipal-core', '市厅级，骨干', 10, level('municipal', 'provincial', 'national')),
      row('municipal-part', '市厅级，参与', 5, level('municipal', 'provincial', 'national')),
      row('county-core', '县级，骨干', 8, level('county')),
      row('county-part', '县级，参与', 4, level('county')),
    ],
  ),
  perItem(
    'C7',
    '科学技术奖',
    10,
    ['award'],
    [
      row('second', '县级二等以上', 10, [{ field: 'grade', isOneOf: ['special', 'first', 'second'] }]),
      row('third', '县级三等', 6, [{ field: 'grade', isOneOf: ['third'] }]),
    ],
  ),
  perItem(
    'C8',
    '工程奖',
    10,
    ['award'],
    [
      row('municipal', '市级以上', 10, level('municipal', 'provincial', 'national')),
      row('county', '县级', 6, level('county')),
    ],
  ),
  perItem(
    'C9',
    '专利',
    10,
    ['patent'],
    [
      row('invention-main', '发明，主要', 10, first('invention')),
      row('invention-other', '发明，其他', 5, type('invention')),
      row('model-main', '实用新型，主要', 4, first('utilityModel')),
      row('model-other', '实用新型，其他', 2, type('utilityModel')),
      row('software-main', '软件著作权，主要', 6, first('software')),
      row('software-other', '软件著作权，其他', 3, type('software')),
    ],
  ),
  perItem(
    'C10',
    '标准',
    10,
    ['standard'],
    [
      row(
        'public-lead',
        '国家、行业、地方标准等，编制',
        10,
        standard('lead', 'international', 'national', 'industry', 'local'),
      ),
      row(
        'public-part',
        '国家、行业、地方标准等，参编',
        5,
        standard('participate', 'international', 'national', 'industry', 'local'),
      ),
      row('group-lead', '团体标准、省级工法、导则，编制', 6, standard('lead', 'group')),
      row('group-part', '团体标准、省级工法、导则，参编', 3, standard('participate', 'group')),
    ],
  ),
  {
    scoreKind: 'range',
    code: 'C11',
    name: '职业道德及其他',
    cap: 5,
    sections: [],
    note: '在0至5分之间填写。',
    min: 0,
    max: 5,
  },
  perItem(
    'C12',
    '标志性业绩（示范）',
    10,
    ['achievementAdoption'],
    [row('core', '技术骨干', 10), row('part', '参与', 5)],
  ),
]

export const CONSTRUCTION_117_DEMO: ScoreTable = {
  id: 'EVAL-CON-117-DEMO',
  version: 1,
  title: '建设工程专业工程师自评表',
  isOfficial: false,
  controls: [
    { code: 'ethics', name: '思想道德' },
    { code: 'assessment', name: '年度考核' },
    { code: 'hours', name: '继续教育' },
    { code: 'theory', name: '专业理论' },
  ],
  groups: [
    { code: 'background', name: '学历、经历与能力', take: 'sum', cap: null, indicators: [...BACKGROUND] },
    { code: 'achievement', name: '业绩', take: 'sum', cap: null, indicators: [...ACHIEVEMENT] },
  ],
}
