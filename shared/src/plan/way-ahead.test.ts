import { describe, expect, test } from 'vitest'
import { BUILT_IN_PLANS } from './plans/built-in-plans.ts'
import { huzhou2020Mid } from './plans/huzhou-2020-mid.ts'
import { shaoxingEcology2022Mid } from './plans/shaoxing-ecology-2022-mid.ts'
import { suggestedPoint, wayAhead } from './way-ahead.ts'

const WINDOW = { open: '2022-09-01T08:30:00+08:00', close: '2022-10-31T17:30:00+08:00' }
const SHAOXING = shaoxingEcology2022Mid(WINDOW)
const HUZHOU = huzhou2020Mid(WINDOW)

describe('where an application goes', () => {
  test('[PLAN-66] to the chosen point with its address and telephone, and along the plan’s chains without the employer', () => {
    const { point, chains } = wayAhead(SHAOXING, 'keqiao')
    expect(point).toMatchObject({ address: '柯桥区纺都路1066号21-22层', phone: '84126032' })
    expect(chains.map(({ appliesTo, stages }) => [appliesTo, ...stages.slice(0, 3)])).toContainEqual([
      '市级单位',
      'DEPT_M',
      'HRSS_M',
      'MID_OFFICE',
    ])
    expect(wayAhead(SHAOXING, 'deqing').point).toBeNull()
  })

  test.each(Object.entries(BUILT_IN_PLANS))(
    '[PLAN-66] %s says for every point how to reach it, and has a way',
    (_, make) => {
      const plan = make(WINDOW)
      for (const { code, address, phone } of plan.acceptancePoints) {
        expect(wayAhead(plan, code).point).toMatchObject({ address, phone })
        expect(address.length * phone.length).toBeGreaterThan(0)
      }
      for (const { stages } of wayAhead(plan, '').chains) {
        expect(stages.length).toBeGreaterThan(0)
        expect(stages).not.toContain('EMP')
      }
    },
  )
})

describe('the point that an affiliation speaks for', () => {
  test.each<[department: string | null, employer: string, point: string | null]>([
    ['绍兴市柯桥区住房和城乡建设局', '浙江某建设集团有限公司', 'keqiao'],
    ['绍兴市生态环境局柯桥分局', '绍兴市生态环境监测中心', 'keqiao'],
    ['诸暨市水利局', '诸暨市水利水电工程建设管理中心', 'zhuji'],
    ['绍兴市生态环境局', '绍兴市越州生态环境监测中心', 'shaoxing'],
    [null, '新昌县环境保护监测站', 'xinchang'],
    ['新昌县水利局', '诸暨市水务集团有限公司', 'xinchang'],
    ['浙江省生态环境厅', '浙江省生态环境监测中心', null],
    ['柯桥区与上虞区联合管委会', '某公司', null],
    [null, '浙江某科技有限公司', null],
    ['', '', null],
  ])('[PLAN-66] %s and %s: %s', (competentDeptName, currentEmployer, point) => {
    expect(suggestedPoint(SHAOXING, { competentDeptName, currentEmployer })?.code ?? null).toBe(point)
  })

  test('[PLAN-66] a plan without points suggests none, another city’s plan its own', () => {
    const person = { competentDeptName: '德清县水利局', currentEmployer: null }
    expect(suggestedPoint(HUZHOU, person)?.code).toBe('deqing')
    expect(suggestedPoint(SHAOXING, person)).toBeNull()
    expect(suggestedPoint({ acceptancePoints: [] }, person)).toBeNull()
  })
})
