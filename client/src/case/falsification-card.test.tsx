import { render, screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import type { RecordedCaseFact } from '@yejibu/shared/case/case-facts'
import { applicationIdOf } from '@yejibu/shared/kernel/ids'
import { ok } from '@yejibu/shared/kernel/result'
import { OWNER, officerAt } from '@yejibu/shared/testing/case-history'
import { expect, test } from 'vitest'
import { LanguageProvider } from '../language/language.tsx'
import { createCaseFiles } from './case-files.ts'
import { FalsificationCard, type FalsificationCardProps } from './falsification-card.tsx'

const [FIRST, SECOND] = ['a'.repeat(64), 'b'.repeat(64)]
const VOIDED: RecordedCaseFact = {
  kind: 'application-voided',
  at: '2022-11-20T02:00:00.000Z',
  actor: officerAt('HRSS_M').accountId,
  data: {
    reason: '经查证，论文系伪造。',
    evidence: [FIRST, SECOND],
    ban: { reviewYear: 2022, from: 2023, until: 2025 },
    isTitleRevoked: true,
  },
}

function shown(props: Partial<FalsificationCardProps> = {}) {
  render(() => (
    <LanguageProvider>
      <FalsificationCard facts={[VOIDED]} {...props} />
    </LanguageProvider>
  ))
}

test('[CLIENT-429] its person reads why, what follows and by which files, and how to ask for them; she opens none', () => {
  shown()
  expect(screen.getByText('经查证，论文系伪造。')).toBeVisible()
  expect(screen.getByText(/2023年至2025年不得申报更高一级职称。/)).toBeVisible()
  expect(screen.getByText(/已取得的资格撤销，证书作废。/)).toBeVisible()
  const files = within(screen.getByRole('region', { name: '认定依据（2 份文件）' }))
  expect(files.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    `依据 1校验码 ${'a'.repeat(16)}`,
    `依据 2校验码 ${'b'.repeat(16)}`,
  ])
  expect(files.getByText(/向认定机构申请查阅或复核/)).toBeVisible()
  expect(screen.queryByRole('button')).toBeNull()
})

test('[CLIENT-430] an office opens each of them by the keyboard, from the relay, and the focus comes back', async () => {
  const asked: string[] = []
  const application = applicationIdOf(OWNER.accountId, 'app0000001')
  const bytes = async (path: string) => {
    asked.push(path)
    return ok({ bytes: new TextEncoder().encode('%PDF-1.4').buffer, type: 'application/pdf', headers: new Headers() })
  }
  shown({ files: createCaseFiles({ bytes }, application) })
  const user = userEvent.setup()
  await user.tab()
  await user.tab()
  const second = screen.getByRole('button', { name: '查看依据 2' })
  expect(second).toHaveFocus()
  await user.keyboard('{Enter}')
  const dialog = await screen.findByRole('dialog', { name: '依据 2' })
  expect(await within(dialog).findByRole('link', { name: /下载|保存/ })).toHaveAttribute('download', '依据 2')
  expect(asked).toEqual([`/api/cases/${application}/files/${SECOND}`])
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(second).toHaveFocus()
})

test('[CLIENT-429] without a falsification there is nothing', () => {
  shown({ facts: [] })
  expect(screen.queryByText('弄虚作假认定')).toBeNull()
})
