import { screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import type { Plan } from '@yejibu/shared/plan/plan'
import { jinhuaConstruction2023Mid } from '@yejibu/shared/plan/plans/jinhua-construction-2023'
import { NO_REVIEW } from '@yejibu/shared/review/review'
import { readyArchive } from '@yejibu/shared/testing/ready-archive'
import { CONSTRUCTION_USUAL } from '@yejibu/shared/testing/usual-applicants'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../archive/testing/archive-stage.tsx'
import { RuleGaps } from './rule-gaps.tsx'
import { PLAN, WINDOW } from './testing/draft-stage.tsx'

const JINHUA = jinhuaConstruction2023Mid(WINDOW)
const TITLE: Plan['titleRule'] = { previousTitle: '高级工程师', minYears: 5, mustBeAppointedThisYear: false }

describe('what is missing for a plan beyond its start', () => {
  it('[CLIENT-277] says how much is missing, quotes the plan’s rule, and leads to where it is mended', () => {
    renderPage(() => <RuleGaps plan={PLAN} review={NO_REVIEW} />)
    const years = PLAN.ceRule?.years ?? []
    for (const year of years) {
      expect(screen.getByText(new RegExp(`还缺：${year} 年继续教育 90 学时。`))).toBeInTheDocument()
    }
    expect(screen.getAllByText(`计划规定：${years.join('、')}年度继续教育每年不少于90学时。`).length).toBeGreaterThan(0)
    const [link] = screen.getAllByRole('link', { name: '继续教育学时' })
    expect(link).toHaveAttribute('href', '/archive/continuingEducation')
    expect(screen.getByText(/还缺：.*年度考核结果。/)).toBeInTheDocument()
  })

  it('[CLIENT-277] a title that does not suffice is told by the plan’s numbers; who lacks nothing is told nothing', () => {
    const review = readyArchive().history.review()
    renderPage(() => (
      <RuleGaps plan={{ ...PLAN, ceRule: null, assessmentRule: null, titleRule: TITLE }} review={review} />
    ))
    expect(screen.getByText(/计划规定：.*须被聘任高级工程师满5年，计算到2022-12-31。/)).toBeInTheDocument()
    expect(screen.getByRole('link', { name: '个人基本信息' })).toHaveAttribute('href', '/archive/profile')
  })

  it('[CLIENT-363] quotes of each check its own rule: the requirement that is not met, and that one must be appointed', () => {
    const requirement = (field: string, value: string, message: string) => ({
      code: field,
      when: [],
      must: [{ on: 'profile' as const, field, isOneOf: [value] }],
      rule: 'V-REQUIREMENT' as const,
      severity: 'error' as const,
      message,
    })
    const plan: Plan = {
      ...PLAN,
      ceRule: null,
      assessmentRule: null,
      titleRule: { ...TITLE, minYears: null, mustBeAppointedThisYear: true },
      requirements: [
        requirement('fullName', '许明川', '仅限本人。'),
        requirement('staffing', 'institutionQuota', '仅限事业在编人员。'),
        {
          ...requirement('staffing', '', '须有核心期刊论文。'),
          must: [{ on: 'entry', section: 'paper', field: 'indexing', isOneOf: ['core'] }],
        },
      ],
    }
    renderPage(() => <RuleGaps plan={plan} review={readyArchive().history.review()} />)
    const lines = screen.getAllByRole('listitem').map((line) => line.textContent)
    expect(lines).toEqual([
      '个人基本信息仅限事业在编人员。计划规定：所有申报人，须满足：编制情况为“事业在编”。',
      '论文须有核心期刊论文。计划规定：所有申报人，须满足：有论文的索引情况为“核心”。',
      '个人基本信息申报当年须在聘。计划规定：2022年度须在聘。',
    ])
    expect(screen.getByRole('link', { name: '论文' })).toHaveAttribute('href', '/archive/paper')
  })

  it('[CLIENT-373] names the nearest type in sight, and for each type what it lacks, with its rule and the way', async () => {
    const profile = { ...CONSTRUCTION_USUAL.profile, titleAppointedYm: '202001', employerNature: 'stateOwned' }
    const review = readyArchive('chengyuan', { years: [2020, 2021, 2022], profile }).history.review()
    renderPage(() => <RuleGaps plan={JINHUA} review={review} />)
    const summary = screen.getByText(/^各申报类型还差什么/)
    expect(summary).toHaveTextContent(/与您最接近的申报类型：.+。按已核定的档案，条件已具备。/)
    await userEvent.setup().click(summary)
    const normal = within(screen.getByRole('region', { name: '正常申报' }))
    expect(
      normal.getByText(/^正常申报须被聘任助理工程师满4年。计算到2023-12-31，您已聘任47个月，须满48个月/),
    ).toBeInTheDocument()
    expect(normal.getByRole('link', { name: '个人基本信息' })).toHaveAttribute('href', '/archive/profile')
    const direct = within(screen.getByRole('region', { name: /直接/ }))
    expect(direct.getByText(/直接（ABC类）申报仅面向建设类非公企业。/)).toBeInTheDocument()
    const evaluated = within(screen.getByRole('region', { name: /自评/ }))
    expect(evaluated.getByText(/须达到 117 分/)).toBeInTheDocument()
    expect(evaluated.queryByText('已核定的档案符合这一类型的条件。')).toBeNull()
    expect(evaluated.getByText(/2 名在职高级工程师推荐/)).toBeInTheDocument()
    expect(screen.getAllByRole('region', { name: /（最接近）$/ })).toHaveLength(1)
  })

  it('[CLIENT-373] with one type there is nothing to choose between', () => {
    const review = readyArchive().history.review()
    const [only] = PLAN.applicationTypes
    renderPage(() => <RuleGaps plan={{ ...PLAN, applicationTypes: only ? [only] : [] }} review={review} />)
    expect(screen.queryByText(/^各申报类型还差什么/)).toBeNull()
  })

  it('[CLIENT-277] nothing is shown where nothing lacks', () => {
    const review = readyArchive().history.review()
    renderPage(() => (
      <RuleGaps plan={{ ...PLAN, ceRule: null, assessmentRule: null, requirements: [] }} review={review} />
    ))
    expect(screen.queryByText('提交前还要补齐')).toBeNull()
  })
})
