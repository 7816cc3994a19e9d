/**
 * Every chain that the notices name, from the submission to the certificate, at the pages of those whose turn it is: the employer's lead, each office in its
 * order, the expert, the applicant; and strangers who read the public notice and check the certificate. Who and where is in `stage/chains.ts`.
 */
import { EmployerScreen } from '../screens/employer-screen.ts'
import { OfficeScreen } from '../screens/office-screen.ts'
import { SettingsScreen } from '../screens/settings-screen.ts'
import { EXPERT, STORIES, type Station, type Story } from '../stage/chains.ts'
import { expect, type StoryStage, test } from '../stage/story-stage.ts'

/** Longer than any notice of five working days, a golden week between included. */
const NOTICE_DAYS = 16
const CERTIFICATE = 'Z330600202600417'

/** Up to a dozen people at a browser each, one after another: longer than other journeys on a machine that does other things too. */
test.describe.configure({ timeout: 600_000 })

for (const story of STORIES) {
  test(`[CLIENT-325] [CLIENT-456] [CLIENT-460] ${story.title}（${story.chain}）: from the submission to the certificate by the pages of those whose turn it is`, async ({
    stageFor,
  }) => {
    const stage = await test.step('an office is made', () => stageFor(story))
    await test.step('the committee’s office says who does what', () => officeIsSetUp(stage))
    await test.step('the employer reviews and publicises', () => employerReviewsAndPublicises(stage))
    await test.step('days go by', () => stage.daysGoBy(NOTICE_DAYS))
    await test.step('the employer reports', () => employerReports(stage))
    for (const station of story.stations) {
      const [code, { name }, deed] = station
      await test.step(`${code}: ${name} ${deed}`, () => stationActs(stage, station))
    }
    await test.step('anybody checks the certificate', () => anybodyChecks(stage))
  })
}

/** The committee's own office says who does what, and each office that charges says how much. */
async function officeIsSetUp(stage: StoryStage): Promise<void> {
  const { committee, fees, stations } = stage.story
  const settings = new SettingsScreen(await stage.at(committee.officer))
  await settings.open()
  if (Object.keys(fees).length > 0) await settings.setFees(fees)
  await settings.setSeats(stations.map(([code, { name }]) => [code, name]))
}

async function employerReviewsAndPublicises(stage: StoryStage): Promise<void> {
  const { employer, applicant } = stage.story
  const at = new EmployerScreen(await stage.at(employer.lead), applicant.name)
  await at.open()
  await at.beginReview()
  await at.findEachLineRight()
  await at.pass()
  const address = await at.startNotice()
  const stranger = await stage.stranger()
  await stranger.goto(address)
  await expect(stranger.getByText(applicant.name).first()).toBeVisible()
}

async function employerReports(stage: StoryStage): Promise<void> {
  const { employer, applicant, stations, profile } = stage.story
  const at = new EmployerScreen(await stage.at(employer.lead), applicant.name)
  await at.open(/审查通过/)
  await at.closeNotice()
  const stops = stations.map(([, { name }]) => new RegExp(name))
  await at.report(wayOf(stage.story), stops, profile.staffing === 'institutionQuota' ? '3' : null)
}

/** Its words where the lead has to choose among several. */
function wayOf({ plan, chain }: Story): string | null {
  const { chains } = plan({ open: '2022-09-01T00:00:00+08:00', close: '2022-10-01T00:00:00+08:00' })
  return chains.length > 1 ? (chains.find(({ code }) => code === chain)?.appliesTo ?? null) : null
}

async function stationActs(stage: StoryStage, [, office, deed]: Station): Promise<void> {
  const { applicant, due } = stage.story
  const at = new OfficeScreen(await stage.at(office.officer), applicant.name)
  switch (deed) {
    case 'reviews':
    case 'reviews and entrusts':
      await at.open()
      await at.pass()
      return isFollowedByAList(stage, office.id) ? undefined : at.recommend({ isEntrusted: deed !== 'reviews' })
    case 'determines':
      await at.open()
      return at.determine()
    case 'posts the list':
      await at.open('审查通过')
      await at.postList()
      return stage.daysGoBy(NOTICE_DAYS)
    case 'collects':
      await at.open('审查通过')
      return at.confirmPayment(due ?? '', stage.today)
    case 'takes the form':
      await applicantExportsHerForm(stage)
      await at.open('审查通过')
      return at.receiveForm('4')
    case 'interviews':
      await at.open('审查通过')
      return at.interview(stage.today)
    case 'meets':
    case 'meets and submits upward':
      await at.open('审查通过')
      await at.putOnRoster('2026-1', EXPERT)
      await expertGivesHerView(stage)
      await at.recordVote(/陆青禾：重点推荐，符合/)
      return deed === 'meets' ? undefined : at.submitUpward()
    case 'posts the result':
      await at.open('全部')
      await at.postResult()
      return stage.daysGoBy(NOTICE_DAYS)
    case 'announces':
      await at.open('全部')
      return at.announce()
    case 'reads that it is announced':
      await at.open('全部')
      return at.isAnnounced()
    case 'certifies':
      await at.open('全部')
      return at.issueCertificate(CERTIFICATE)
  }
}

function isFollowedByAList({ story }: StoryStage, office: string): boolean {
  return story.stations.some(([, at, deed]) => deed === 'posts the list' && at.id === office)
}

async function applicantExportsHerForm(stage: StoryStage): Promise<void> {
  const page = await stage.at(stage.story.applicant)
  await page.goto(`/application/${stage.application}`)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出评审表' }).click()
  expect((await download).suggestedFilename()).toContain('评审表')
  await expect(page.getByText('评审表已保存到下载文件夹。').first()).toBeVisible()
}

async function expertGivesHerView(stage: StoryStage): Promise<void> {
  const page = await stage.at(EXPERT)
  await page.goto('/panel')
  await page.getByRole('link', { name: stage.story.applicant.name }).click()
  const desk = page.getByRole('complementary', { name: '这一条' })
  // She judges by herself: nothing says that a line is still to be checked.
  await desk.getByRole('radio', { name: '重点推荐' }).waitFor()
  await expect(page.getByText('未审', { exact: true })).toHaveCount(0)
  await desk.getByRole('radio', { name: '重点推荐' }).check()
  await desk.getByRole('radio', { name: '符合', exact: true }).check()
  await desk.getByLabel('评语').fill('业绩突出，同意推荐。')
  await desk.getByRole('button', { name: '提交意见' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '提交意见' }).click()
  await expect(page.getByText('您的意见：重点推荐，符合。')).toBeVisible()
}

/** The applicant reads her result, and a stranger checks it at the address she gives him. */
async function anybodyChecks(stage: StoryStage): Promise<void> {
  const page = await stage.at(stage.story.applicant)
  await page.goto(`/application/${stage.application}`)
  await expect(page.getByText(`证书编号 ${CERTIFICATE}。`).first()).toBeVisible()
  const address = await page.getByRole('link', { name: '公开核验' }).getAttribute('href')
  const stranger = await stage.stranger()
  await stranger.goto(address ?? '')
  await expect(stranger.getByText(`证书编号 ${CERTIFICATE}，现行有效。`)).toBeVisible()
  await expect(stranger.getByText(stage.story.applicant.name)).toHaveCount(0)
}
