/**
 * Which browser the journeys run in, and how it is started.
 *
 * Always true: it is a Chromium that the machine already has; Playwright downloads none. As root (containers, CI)
 * Chromium's sandbox cannot start and is switched off; anybody else keeps it.
 */
import type { LaunchOptions } from '@playwright/test'
import { findBrowser } from '../../scripts/find-browser.mjs'

/** It must not call home while tests watch its network, nor fall back to a window. */
const QUIET = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

let found: string | undefined

/** What to launch Chromium with. Throws a sentence that says what to install when there is none. */
export function browserOptions(): LaunchOptions & { readonly executablePath: string; readonly args: string[] } {
  found ??= findBrowser()
  if (found === undefined)
    throw new Error('No browser found: install Chrome, Edge or Chromium, or give its path in YEJIBU_BROWSER.')
  const isRoot = process.getuid?.() === 0
  return {
    executablePath: found,
    headless: true,
    chromiumSandbox: !isRoot,
    args: [...QUIET, '--disable-gpu', ...(isRoot ? ['--no-sandbox'] : [])],
  }
}
