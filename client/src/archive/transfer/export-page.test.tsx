import { screen } from '@solidjs/testing-library'
import { expect, it } from 'vitest'
import { archiveStage, renderPage } from '../testing/archive-stage.tsx'
import { ExportView } from './export-page.tsx'

it('[CLIENT-102] what its owner keeps to herself is not counted into the archive’s file', async () => {
  const { archive, view } = archiveStage()
  view.addItem('paper', { title: '总磷通量' })
  view.addItem('paper', { title: '还不想给人看' }, { isPrivate: true })
  expect(view.items()).toHaveLength(2)
  renderPage(() => <ExportView archive={archive} facts={{ factsOf: () => [] }} />)
  expect(await screen.findByText('现有1条业绩、0个证明材料。')).toBeInTheDocument()
})
