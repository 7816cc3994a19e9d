/**
 * Finds the Chromium-like browser that the end-to-end tests drive. Only tests need one.
 *
 * Order: the environment's YEJIBU_BROWSER, the names on PATH, the usual places of the system. On Debian as root the system's own package of
 * Chromium without windows is installed first where it is missing, or the whole Chromium where there is no such package. A found browser was started once to be sure that it runs (on Windows, where asking a browser
 * for its version opens a window, the file is enough).
 */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, delimiter, join } from 'node:path'
import { installDebian, isDebianRoot } from './debian-packages.mjs'
import { say } from './set-up.mjs'

/** Chromium without windows: the journeys take a fifth less time in it. */
const HEADLESS = 'chromium-headless-shell'

const NAMES = [
  HEADLESS,
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
]

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge']

const WINDOWS_PLACES = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
]

/** The browser's path, or undefined. Installs nothing. */
export function findBrowser() {
  const chosen = process.env.YEJIBU_BROWSER
  if (chosen) return runs(chosen) ? chosen : undefined
  return [...onPath(), ...usualPlaces()].find(runs)
}

/** The browser's path; installs one of Debian's when root. Undefined after a sentence that says what to install. */
export async function ensureBrowser() {
  if (isDebianRoot() && !process.env.YEJIBU_BROWSER) {
    if (!onPath().some((path) => basename(path) === HEADLESS && runs(path))) await installDebian([HEADLESS])
    if (!findBrowser()) await installDebian(['chromium'])
    // Without a Chinese font the screenshots show boxes, but every test still holds.
    if (!hasChineseFont()) await installDebian(['fonts-noto-cjk'])
  }
  const browser = findBrowser()
  if (!browser) sayWhatToInstall()
  return browser
}

function onPath() {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name + suffix)))
}

function usualPlaces() {
  if (process.platform === 'darwin')
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      MAC_APPS.map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
    )
  if (process.platform === 'win32')
    return [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) => WINDOWS_PLACES.map((place) => join(folder, ...place)))
  return ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium']
}

function runs(path) {
  if (!existsSync(path)) return false
  if (process.platform === 'win32') return true
  try {
    // Ubuntu's chromium-browser may be a stub that only tells people to install a snap.
    execFileSync(path, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'], timeout: 20_000 })
    return true
  } catch {
    return false
  }
}

function hasChineseFont() {
  try {
    return execFileSync('fc-list', [':lang=zh', 'family'], { stdio: ['ignore', 'pipe', 'ignore'] }).length > 0
  } catch {
    return false
  }
}

function sayWhatToInstall() {
  const chosen = process.env.YEJIBU_BROWSER
  if (chosen)
    say(
      `YEJIBU_BROWSER 指定的浏览器无法运行：${chosen}`,
      `The browser that YEJIBU_BROWSER names does not run: ${chosen}`,
    )
  else
    say(
      '没有找到浏览器：请安装 Chrome、Edge 或 Chromium（Debian：apt-get install chromium），或用 YEJIBU_BROWSER 指定路径。',
      'No browser found: install Chrome, Edge or Chromium (Debian: apt-get install chromium), or give its path in YEJIBU_BROWSER.',
    )
}
