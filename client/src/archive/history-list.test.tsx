import { render, screen, within } from '@solidjs/testing-library'
import { reviewOf } from '@yejibu/shared/review/review'
import { ReviewHistory } from '@yejibu/shared/testing/review-history'
import { describe, expect, it } from 'vitest'
import { LanguageProvider } from '../language/language.tsx'
import { HistoryList } from './history-list.tsx'

describe('the dealings about an entry', () => {
  it('[CLIENT-200] show the whole chain, newest first: a revocation with its reason stays when an approval came after it', () => {
    const history = new ReviewHistory('xumingchuan')
    const paper = history.revision('paper-1', 'paper', { title: '论文一' })
    history.send(paper).approve(paper).revoke(paper).send(paper).approve(paper)
    render(() => (
      <LanguageProvider initially="zh">
        <HistoryList
          review={reviewOf(history.review(), paper.item)}
          nameOf={(by) => (by === 'zhoumin' ? '周敏' : undefined)}
        />
      </LanguageProvider>
    ))
    const rows = within(screen.getByRole('group')).getAllByRole('listitem', { hidden: true })
    expect(rows.map((row) => row.querySelector('.history__what')?.textContent)).toEqual([
      '单位核定',
      '提交审核',
      '单位撤销核定',
      '单位核定',
      '提交审核',
    ])
    expect(rows[2]?.textContent).toContain('周敏')
    expect(rows[2]?.querySelector('p')?.textContent).not.toBe('')
  })
})
