import { orgIdSchema } from '@yejibu/shared/kernel/ids'
import { describe, expect, it } from 'vitest'
import { filterMembers } from './filter-members.ts'
import { judgedRegistrations } from './judged-registrations.ts'
import { stepsFor } from './member-actions.tsx'

describe('the people of an employer', () => {
  it('[CLIENT-206] are found by name or user name, blanks and width aside', () => {
    const people = [
      { name: '陆清和', username: 'luqinghe' },
      { name: '王 晓', username: 'wangxiao' },
    ]
    const found = (text: string) => filterMembers(people, text).map(({ username }) => username)
    expect(found('')).toEqual(['luqinghe', 'wangxiao'])
    expect(found('王晓')).toEqual(['wangxiao'])
    expect(found(' ＬＵＱ ')).toEqual(['luqinghe'])
    expect(found('不在')).toEqual([])
  })

  it('[CLIENT-206] a lead names a clerk to lead, and resigns only while another leads', () => {
    const member = (...roles: readonly ('hr-lead' | 'hr-clerk' | 'applicant')[]) => ({
      name: '王晓',
      roles: [...roles],
    })
    const among = { isAmongHr: true, isSelf: false, hasOtherLead: false }
    expect(stepsFor({ member: member('hr-clerk'), ...among })).toEqual(['name-lead', 'remove-clerk'])
    expect(stepsFor({ member: member('hr-lead'), ...among, isSelf: true })).toEqual([])
    expect(stepsFor({ member: member('hr-lead'), ...among, isSelf: true, hasOtherLead: true })).toEqual(['hand-over'])
    expect(stepsFor({ member: member('hr-lead', 'hr-clerk'), ...among, hasOtherLead: true })).toEqual(['remove-lead'])
    expect(stepsFor({ member: member('applicant', 'hr-lead'), ...among, isAmongHr: false })).toEqual(['remove'])
  })
})

describe('the notice to who registers an employer', () => {
  it('[CLIENT-205] follows the operator’s word until she has acted on it', () => {
    const particulars = {
      name: '绍兴市鉴湖生态环境研究院',
      creditCode: '12330600MB12345679',
      nature: 'institution' as const,
      region: '浙江省绍兴市越城区',
      department: '绍兴市生态环境局',
      contact: '金瑞',
      phone: '0575-88000000',
    }
    const org = orgIdSchema.parse('jianhu')
    const at = (stage: 'registered' | 'authorisation-pending' | 'active' | 'bound', reason: string | null) =>
      judgedRegistrations([{ org, stage, reason, particulars }])
    const { name } = particulars
    expect(at('registered', null)).toEqual([])
    expect(at('registered', '公章不清')).toEqual([{ org, name, reason: '公章不清' }])
    expect(at('authorisation-pending', null)).toEqual([])
    expect(at('active', null)).toEqual([{ org, name, reason: null }])
    expect(at('bound', null)).toEqual([])
  })
})
