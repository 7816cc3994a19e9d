import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router'
import { render, screen, waitFor } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { LanguageProvider } from '../language/language.tsx'
import { Menu } from './menu.tsx'
import { PageHeader } from './page-header.tsx'

/** Two pages in one frame with a menu, as every page has. */
function showPages() {
  const history = createMemoryHistory()
  history.set({ value: '/one' })
  render(() => (
    <LanguageProvider initially="zh">
      <MemoryRouter
        history={history}
        root={(props) => (
          <>
            <Menu
              label="许明川的菜单"
              trigger="许明川"
              entries={[{ label: '去第二页', onChoose: () => history.set({ value: '/two' }) }]}
            />
            {props.children}
          </>
        )}
      >
        <Route path="/one" component={() => <PageHeader title="第一页" />} />
        <Route path="/two" component={() => <PageHeader title="第二页" />} />
      </MemoryRouter>
    </LanguageProvider>
  ))
  return history
}

describe('the head of a page', () => {
  it('[CLIENT-172] a page that arrives while a menu is open leaves the menu open and the focus in it', async () => {
    const user = userEvent.setup()
    const history = showPages()
    await user.click(await screen.findByRole('button', { name: '许明川的菜单' }))
    const menu = await screen.findByRole('menu')
    await waitFor(() => expect(menu.contains(document.activeElement)).toBe(true))
    history.set({ value: '/two' })
    const heading = await screen.findByRole('heading', { level: 1, name: '第二页', hidden: true })
    expect(heading).not.toHaveFocus()
    expect(screen.getByRole('menuitem', { name: '去第二页' })).toBeVisible()
  })

  it('[CLIENT-172] a page that was chosen from a menu has the focus on its title', async () => {
    const user = userEvent.setup()
    showPages()
    await user.click(await screen.findByRole('button', { name: '许明川的菜单' }))
    await user.click(await screen.findByRole('menuitem', { name: '去第二页' }))
    await waitFor(() => expect(screen.getByRole('heading', { level: 1, name: '第二页' })).toHaveFocus())
  })
})
