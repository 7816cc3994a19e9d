import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router'
import { cleanup, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, it } from 'vitest'
import { LanguageProvider } from '../language/language.tsx'
import { Frame } from './frame.tsx'
import { NavCountsProvider } from './nav-counts.tsx'

afterEach(cleanup)

it('[CLIENT-548] keeps the focus in the navigation when the same pages are named anew, and one more', () => {
  const pages = () => [
    { href: '/archive', label: '业绩档案' },
    { href: '/review', label: '审核' },
  ]
  const [nav, setNav] = createSignal(pages())
  render(() => (
    <LanguageProvider initially="zh">
      <NavCountsProvider>
        <MemoryRouter history={createMemoryHistory()}>
          <Route
            path="*"
            component={() => (
              <Frame nav={nav()} end={null}>
                <p>正文</p>
              </Frame>
            )}
          />
        </MemoryRouter>
      </NavCountsProvider>
    </LanguageProvider>
  ))
  const link = screen.getByRole('link', { name: '审核' })
  link.focus()
  setNav([{ href: '/members', label: '本单位人员' }, ...pages()])
  expect(screen.getByRole('link', { name: '本单位人员' })).toBeInTheDocument()
  expect(link).toHaveFocus()
})
