import { screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { renderPage } from '../archive/testing/archive-stage.tsx'
import { PullRowLine } from './pull-row-line.tsx'
import { pullRows } from './pull-rows.ts'
import { draftStage, PLAN } from './testing/draft-stage.tsx'

it('[CLIENT-252] shows what a newer approval changes, before it is pulled', async () => {
  const { draft, ready, props } = draftStage(({ history }) => {
    const newer = history.revision('paper-1', 'paper', { title: '新核定的题目', publishYm: '202106' })
    history.send(newer).approve(newer)
  })
  draft.pull({ item: ready.paper.item, digest: ready.paper.digest, note: null })
  const row = () => {
    const rows = pullRows(PLAN, props.review, props.archive, draft.pulls())
    const found = rows.find(({ item }) => item === ready.paper.item)
    if (!found) throw new Error('the paper is in the archive')
    return found
  }
  renderPage(() => <PullRowLine row={row()} draft={draft} isLocked={false} />)
  const user = userEvent.setup()
  await user.click(screen.getByText('查看新核定的 1 处不同'))
  expect(screen.getByText('新核定的题目').closest('ins')).toBeVisible()
  expect(screen.getAllByText('曹娥江流域总磷通量估算').some((text) => text.closest('del'))).toBe(true)
  await user.click(screen.getByRole('button', { name: '改为提取新核定的内容' }))
  expect(screen.queryByText('查看新核定的 1 处不同')).toBeNull()
  expect(screen.getByText('新核定的题目')).toBeInTheDocument()
})
