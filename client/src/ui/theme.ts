/**
 * Light, dark, or as the system says. What is always true once `startTheme` ran: `<html data-theme>` is `light` or `dark`.
 * The choice is kept per browser in localStorage; where that is refused it lasts as long as the page.
 */
import { type Accessor, createSignal } from 'solid-js'

export const THEME_CHOICES = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof THEME_CHOICES)[number]

const KEY = 'yejibu.theme'

function remembered(): ThemeChoice {
  try {
    const kept = localStorage.getItem(KEY)
    return THEME_CHOICES.find((choice) => choice === kept) ?? 'system'
  } catch {
    return 'system'
  }
}

const [choice, setChoice] = createSignal<ThemeChoice>(remembered())
export const themeChoice: Accessor<ThemeChoice> = choice

function show(): void {
  const prefersDark = typeof matchMedia === 'function' && matchMedia('(prefers-color-scheme: dark)').matches
  const dark = choice() === 'dark' || (choice() === 'system' && prefersDark)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
}

export function chooseTheme(next: ThemeChoice): void {
  setChoice(next)
  try {
    localStorage.setItem(KEY, next)
  } catch {
    // The choice holds until the page is closed.
  }
  show()
}

/** Called once, before the first paint of the page. */
export function startTheme(): void {
  show()
  if (typeof matchMedia === 'function') matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show)
}
