/**
 * 示例评分表（非官方） for ecology, threshold 80 (domain §4.10 EVAL-ECO-80-DEMO). The official table is in no source; points come from public
 * tables of the same kind. Where the archive does not keep a level (projects, certificates) the person chooses the row herself.
 */
import type { SectionKey } from '../../archive/section.ts'
import type { Indicator, Match, ScoreTable } from '../score-table.ts'

function row(code: string, name: string, points: number, matches: Match[] = [], part: SectionKey | null = null) {
  return { code, name, points, matches, part }
}

function ranks(code: string, name: string, byRank: number[], other: number, matches: Match[]) {
  return { code, name, byRank, other, matches, part: null }
}

const level = (...isOneOf: string[]): Match[] => [{ field: 'level', isOneOf }]

/** Years that give 10 and 5 points, by schooling. */
const YEARS: readonly [schooling: string, name: string, upper: number, lower: number][] = [
  ['doctor', '博士', 5, 1],
  ['master', '硕士', 8, 3],
  ['bachelor', '本科', 12, 5],
  ['college', '大专', 15, 7],
  ['secondary', '中专', 18, 10],
  ['highSchool', '高中及以下', 18, 10],
]

const WORK_YEARS: Indicator = {
  scoreKind: 'choice',
  code: 'E2',
  name: '专业工作年限',
  cap: 10,
  sections: ['work'],
  note: '按最高学历和计入专业工作年限的工作经历计算，满上限10分，满下限5分。',
  needsItem: false,
  rows: YEARS.flatMap(([schooling, name, upper, lower]) => {
    const since = (years: number, points: number) =>
      row(`${schooling}-${years}`, `${name}满${years}年`, points, [
        { person: 'schooling', isOneOf: [schooling] },
        { person: 'specialtyYears', atLeast: years },
      ])
    return [since(upper, 10), since(lower, 5)]
  }),
}

export const ECOLOGY_80_DEMO: ScoreTable = {
  id: 'EVAL-ECO-80-DEMO',
  version: 1,
  title: '生态环境专业量化评价表',
  isOfficial: false,
  controls: [
    { code: 'ethics', name: '职业道德' },
    { code: 'assessment', name: '年度考核' },
    { code: 'hours', name: '继续教育' },
    { code: 'theory', name: '专业理论' },
  ],
  groups: [
    {
      code: 'background',
      name: '学历与经历',
      take: 'sum',
      cap: null,
      indicators: [
        {
          scoreKind: 'choice',
          code: 'E1',
          name: '学历与学位',
          cap: 10,
          sections: ['education'],
          note: '',
          needsItem: true,
          rows: [
            row('doctor', '博士', 10, [{ field: 'eduLevel', isOneOf: ['doctor'] }]),
            row('master', '硕士', 7, [{ field: 'eduLevel', isOneOf: ['master'] }]),
            row('bachelor', '本科', 3, [{ field: 'eduLevel', isOneOf: ['bachelor'] }]),
            row('other', '其他', 0),
          ],
        },
        WORK_YEARS,
      ],
    },
    {
      code: 'achievement',
      name: '业绩与能力',
      take: 'sum',
      cap: null,
      indicators: [
        {
          scoreKind: 'levelRank',
          code: 'E3',
          name: '科研创新',
          cap: 20,
          sections: ['researchProject'],
          note: '其他名次合计不超过6分。',
          rankField: 'rank',
          otherCap: 6,
          rows: [
            ranks('national', '国家级', [22, 22, 22], 2, level('national')),
            ranks('provincial', '省部级', [16, 14, 12, 10, 9, 8], 1, level('provincial')),
            ranks('municipal', '市厅级', [12, 10, 7, 6], 1, level('municipal')),
            ranks('county', '县级', [6, 4, 3], 1, level('county')),
          ],
        },
        {
          scoreKind: 'levelRank',
          code: 'E4',
          name: '工程、咨询、监测',
          cap: 20,
          sections: ['engineeringProject'],
          note: '按项目级别和本人名次选择；其他名次合计不超过6分。',
          rankField: null,
          otherCap: 6,
          rows: [
            ranks('provincial', '省部级以上重大项目', [8, 6, 4], 2, []),
            ranks('municipal', '市厅级项目', [4], 1, []),
            ranks('county', '县级项目', [2], 0, []),
            ranks('development', '新产品、工艺、材料、技术开发', [9, 7, 5], 1, []),
          ],
        },
        {
          scoreKind: 'levelRank',
          code: 'E5',
          name: '标准政策',
          cap: 18,
          sections: ['standard'],
          note: '',
          rankField: null,
          otherCap: null,
          rows: [
            ranks('national', '国家（行业）标准', [18, 16, 14], 1, level('national', 'industry')),
            // The archive keeps one level “local” for provincial and lower standards: which it is, she says herself.
            ranks('provincial', '省级标准', [10, 8], 3, level('local')),
            ranks('local', '地方标准', [2], 0, level('local')),
          ],
        },
        {
          scoreKind: 'perItem',
          code: 'E6',
          name: '执业能力',
          cap: 10,
          sections: ['qualificationCert'],
          note: '按证书类别选择。',
          rows: [row('first', '一类证书', 10), row('second', '二类证书', 5), row('third', '三类证书', 3)],
        },
        {
          scoreKind: 'levelRank',
          code: 'E7',
          name: '获奖',
          cap: 15,
          sections: ['award'],
          note: '',
          rankField: 'rank',
          otherCap: null,
          rows: [
            ranks('national', '国家级', [], 15, level('national')),
            ranks('provincial', '省部级', [], 10, level('provincial')),
            ranks('municipal', '市厅级', [], 6, level('municipal')),
            ranks('county', '县区级', [], 3, level('county')),
          ],
        },
        {
          scoreKind: 'perItem',
          code: 'E8',
          name: '专利',
          cap: 10,
          sections: ['patent'],
          note: '',
          rows: [
            row('invention', '发明', 5, [{ field: 'patentType', isOneOf: ['invention'] }]),
            row('utilityModel', '实用新型', 2, [{ field: 'patentType', isOneOf: ['utilityModel'] }]),
            row('software', '软件著作权', 2, [{ field: 'patentType', isOneOf: ['software'] }]),
          ],
        },
        {
          scoreKind: 'perItem',
          code: 'E9',
          name: '论文著作',
          cap: 10,
          sections: ['paper', 'book'],
          note: '',
          rows: [
            row('monograph', '专著', 8, [{ field: 'bookType', isOneOf: ['monograph'] }], 'book'),
            row('sci', 'SCI论文', 6, [{ field: 'indexing', isOneOf: ['sci'] }], 'paper'),
            row('core', '核心期刊论文', 4, [{ field: 'indexing', isOneOf: ['core'] }], 'paper'),
            row('cn', 'CN期刊论文', 2, [{ field: 'indexing', isOneOf: ['cn'] }], 'paper'),
            row('report', '报告', 1, [{ field: 'paperType', isOneOf: ['other'] }], 'paper'),
          ],
        },
        {
          scoreKind: 'choice',
          code: 'E10',
          name: '社会影响（荣誉）',
          cap: 10,
          sections: ['honor'],
          note: '取最高一项。',
          needsItem: true,
          rows: [
            row('national', '国家级', 10, level('national')),
            row('provincial', '省部级', 8, level('provincial')),
            row('municipal', '市级', 6, level('municipal')),
            row('county', '县区级', 4, level('county')),
          ],
        },
        {
          scoreKind: 'perItem',
          code: 'E11',
          name: '成果批示、采纳、推广',
          cap: 7,
          sections: ['achievementAdoption'],
          note: '',
          rows: [row('each', '每项', 2, [], 'achievementAdoption')],
        },
      ],
    },
  ],
}
