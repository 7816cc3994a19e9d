/** The same entries a tenth or a point apart: what the pages of a self-evaluation say on both sides of a plan's threshold. */
import { screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { PROFILE_ITEM } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import { jinhuaConstruction2023Mid } from '@yejibu/shared/plan/plans/jinhua-construction-2023'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import { applicantOf, type Different } from '@yejibu/shared/testing/applicant'
import {
  CONSTRUCTION_USUAL,
  constructionEvaluated,
  ECOLOGY_USUAL,
  ecologyEntering,
  inTenths,
} from '@yejibu/shared/testing/usual-applicants'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../../archive/testing/archive-stage.tsx'
import { DraftForm } from '../draft-form.tsx'
import { APPLICATION, draftStage, fill, WINDOW } from '../testing/draft-stage.tsx'

const ECOLOGY = inTenths(shaoxingEcology2022Mid({ ...WINDOW, asks: ['details'] }))
const CONSTRUCTION = jinhuaConstruction2023Mid({ ...WINDOW, asks: ['details'] })

/** Her draft, complete but for what is being scored. */
function evaluating(plan: Plan, usual: Different, different: Different) {
  // The recommenders' certificates would have to be on the relay, which is away here.
  const { form, candidate, items, filing } = applicantOf({ ...plan, recommenders: null }, usual, different)
  const stage = draftStage(
    ({ history }) => {
      const entries = items.map(({ item, content }) => history.revision(item, content.part, content.fields))
      for (const one of [history.revision(PROFILE_ITEM, 'profile', candidate.profile), ...entries]) {
        history.send(one).approve(one)
      }
    },
    undefined,
    { ...plan, recommenders: null },
  )
  const { draft, props } = stage
  fill(draft, form)
  for (const { approved } of Object.values(props.review.items)) {
    if (!approved || approved.item === PROFILE_ITEM) continue
    draft.pull({ item: approved.item, digest: approved.digest, note: '代表作' })
  }
  for (const [question, answer] of Object.entries(filing.answers)) draft.setAnswer(question, answer)
  for (const control of filing.score?.controls ?? []) draft.setControl(control, true)
  for (const claim of filing.score?.claims ?? []) draft.claim(claim)
  for (const [indicator, points] of Object.entries(filing.score?.ranges ?? {})) draft.setRange(indicator, points)
  stage.goTo('score')
  renderPage(() => <DraftForm {...props} />)
  return { ...stage, user: userEvent.setup() }
}
const total = () => document.querySelector<HTMLElement>('.score-total')
const submitButton = () => screen.getByRole('button', { name: '提交申报' })

describe('on both sides of the threshold', () => {
  it.each<[string, number, string, Plan, Different, Different]>([
    ['79.9', 80, '0.1', ECOLOGY, ECOLOGY_USUAL, ecologyEntering('1.9')],
    ['116', 117, '1', CONSTRUCTION, CONSTRUCTION_USUAL, constructionEvaluated('4')],
  ])(
    '[CLIENT-360] %s of %s points: says what is missing, and nothing is asked of the relay',
    async (score, threshold, left, plan, usual, different) => {
      const { user, goTo, outbox } = evaluating(plan, usual, different)
      expect(total()).toHaveTextContent(`自评分${score}达标分 ${threshold}还差 ${left} 分`)
      goTo('preview')
      await user.click(submitButton())
      expect(screen.queryByRole('alertdialog')).toBeNull()
      expect(screen.getByRole('heading', { name: '还有 1 处需要处理' })).toHaveFocus()
      expect(screen.getByText(`自评分须达到${threshold}分方可申报，当前${score}分。`)).toBeInTheDocument()
      expect(screen.getByRole('link', { name: '自评' })).toHaveAttribute(
        'href',
        `/application/${APPLICATION}/score#apply-score`,
      )
      expect(outbox.entries()).toEqual([])
    },
  )

  it.each<[string, number, Plan, Different, Different]>([
    ['80', 80, ECOLOGY, ECOLOGY_USUAL, ecologyEntering('2')],
    ['117', 117, CONSTRUCTION, CONSTRUCTION_USUAL, constructionEvaluated('5')],
  ])(
    '[CLIENT-360] %s of %s points: says that it suffices, and submitting is open',
    async (score, threshold, plan, usual, different) => {
      const { user, goTo } = evaluating(plan, usual, different)
      expect(total()).toHaveTextContent(`自评分${score}达标分 ${threshold}已达到 ${threshold} 分`)
      goTo('preview')
      expect(screen.getByText('内容齐全，可以提交。')).toBeInTheDocument()
      await user.click(submitButton())
      const dialog = await screen.findByRole('alertdialog')
      expect(within(dialog).getByRole('button', { name: '确认提交' })).toBeEnabled()
    },
  )

  it('[CLIENT-360] the last tenth is given on the page and taken away again', async () => {
    const { user } = evaluating(ECOLOGY, ECOLOGY_USUAL, ecologyEntering('1.9'))
    const entered = within(screen.getByRole('group', { name: '职业道德及其他' })).getByRole('textbox')
    await user.clear(entered)
    await user.type(entered, '2')
    expect(total()).toHaveTextContent('已达到 80 分')
    await user.clear(entered)
    await user.type(entered, '1.9')
    expect(total()).toHaveTextContent('还差 0.1 分')
  })
})
