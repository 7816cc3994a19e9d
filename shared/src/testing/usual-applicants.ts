/**
 * The usual applicant of each built-in notice: somebody who meets everything that its normal way asks for. And who evaluates herself, so that the sum is
 * known to the tenth.
 */
import type { ItemId } from '../kernel/ids.ts'
import type { Plan } from '../plan/plan.ts'
import type { Indicator } from '../plan/score-table.ts'
import type { Different } from './applicant.ts'

export const claim = (indicator: string, row: string, item: string | null, rank: number | null = null) => ({
  indicator,
  row,
  item: item as ItemId | null,
  rank,
})

/** Of Shaoxing and of Zhejiang, 2022. */
export const ECOLOGY_USUAL: Different = {
  profile: {
    fullName: '许明川',
    currentEmployer: '绍兴市越州生态环境监测中心',
    currentTitleName: '助理工程师',
    titleObtainedYm: '201712',
    titleAppointedYm: '201801',
    employerNature: 'institution',
    staffing: 'institutionQuota',
    specialty: '环境监测',
    outOfProvinceSocialInsurance: 'no',
  },
}

/** Of Jinhua, 2023. */
export const CONSTRUCTION_USUAL: Different = {
  profile: {
    fullName: '程远',
    currentEmployer: '金华市婺州建设集团有限公司',
    currentTitleName: '建筑工程助理工程师',
    titleObtainedYm: '201810',
    titleAppointedYm: '201812',
    employerNature: 'nonPublic',
    staffing: 'enterprise',
    specialty: '建筑施工',
    outOfProvinceSocialInsurance: 'no',
  },
}
/** Of Huzhou, 2020. */
export const HUZHOU_USUAL: Different = {
  profile: {
    fullName: '莫干',
    currentEmployer: '湖州市苕溪环境监测站',
    currentTitleName: '助理工程师',
    titleObtainedYm: '201510',
    titleAppointedYm: '201512',
    employerNature: 'institution',
    staffing: 'institutionQuota',
    specialty: '环境监测',
    outOfProvinceSocialInsurance: 'no',
  },
}

/** 10 (doctor) + 10 (five years) + 20 (research) + 20 (projects) + 18 (standard) = 78, and a paper. */
export function ecologyEvaluated(indexing: string, row: string): Different {
  return {
    type: 'selfEval',
    education: { eduLevel: 'doctor' },
    controls: ['ethics', 'assessment', 'hours', 'theory'],
    items: [
      ['research-1', 'researchProject', { level: 'provincial', rank: '1' }],
      ['research-2', 'researchProject', { level: 'provincial', rank: '1' }],
      ['project-1', 'engineeringProject', {}],
      ['project-2', 'engineeringProject', {}],
      ['project-3', 'engineeringProject', {}],
      ['standard-1', 'standard', { level: 'industry' }],
      ['paper-1', 'paper', { indexing, paperType: 'other' }],
    ],
    claims: [
      claim('E1', 'doctor', 'education-1'),
      claim('E2', 'doctor-5', null),
      claim('E3', 'provincial', 'research-1'),
      claim('E3', 'provincial', 'research-2'),
      ...['project-1', 'project-2', 'project-3'].map((item) => claim('E4', 'development', item, 1)),
      claim('E5', 'national', 'standard-1', 1),
      claim('E9', row, 'paper-1'),
    ],
  }
}

/** 10 + 18 + 4 (two papers) + 60 + 10 (patent) + 10 (standard) = 112, and what she enters for ethics. */
export function constructionEvaluated(ethics: string): Different {
  return {
    type: 'selfEval',
    controls: ['ethics', 'assessment', 'hours', 'theory'],
    items: [
      ['paper-1', 'paper', {}],
      ['paper-2', 'paper', {}],
      ['project-1', 'engineeringProject', {}],
      ['patent-1', 'patent', { patentType: 'invention', rank: '1' }],
      ['standard-1', 'standard', { level: 'local', role: 'lead' }],
    ],
    claims: [
      claim('C1', 'bachelor', 'education-1'),
      claim('C2', 'four', null),
      claim('C3', 'paper', 'paper-1'),
      claim('C3', 'paper', 'paper-2'),
      claim('C5', 'medium-core', 'project-1'),
      claim('C9', 'invention-main', 'patent-1'),
      claim('C10', 'public-lead', 'standard-1'),
    ],
    ranges: { C11: ethics },
    recommenders: [{}, {}],
  }
}

/** 78 points and what she enters: by the tenth around the threshold of a plan whose table is `inTenths`. */
export function ecologyEntering(points: string): Different {
  const evaluated = ecologyEvaluated('cn', 'cn')
  return {
    ...evaluated,
    claims: (evaluated.claims ?? []).filter(({ indicator }) => indicator !== 'E9'),
    ranges: { E12: points },
  }
}

/** The plan with one more indicator in its table, which takes a number as it is entered: the demonstration table of ecology gives whole points. */
export function inTenths(plan: Plan): Plan {
  const { selfEvaluation } = plan
  const table = selfEvaluation?.table
  if (!table) throw new Error(`${plan.id} has no table`)
  const entered: Indicator = {
    scoreKind: 'range',
    code: 'E12',
    name: '职业道德及其他',
    cap: 5,
    sections: [],
    note: '',
    min: 0,
    max: 5,
  }
  const group = { code: 'other', name: '其他', take: 'sum' as const, cap: null, indicators: [entered] }
  return { ...plan, selfEvaluation: { ...selfEvaluation, table: { ...table, groups: [...table.groups, group] } } }
}
