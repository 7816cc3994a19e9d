/**
 * Finds the reverse proxies that `docs/operations` gives configurations for, so that tests run them as they are written there.
 *
 * Order: the environment's YEJIBU_NGINX or YEJIBU_CADDY, the name on PATH and in the folders for system programs; last, on Debian as root, the
 * system's own package.
 */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { installDebian, isDebianRoot } from './debian-packages.mjs'
import { say } from './set-up.mjs'

const PROXIES = {
  nginx: { chosen: 'YEJIBU_NGINX', version: '-v', debian: 'nginx-light' },
  caddy: { chosen: 'YEJIBU_CADDY', version: 'version', debian: 'caddy' },
}
const SYSTEM_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin']

/** The program's path, or undefined. Installs nothing. */
export function findProxy(name) {
  const { chosen, version } = PROXIES[name]
  const named = process.env[chosen]
  if (named) return runs(named, version) ? named : undefined
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...SYSTEM_FOLDERS]
  return folders.map((folder) => join(folder, name)).find((path) => runs(path, version))
}

/** Installs Debian's when root; says what to install where one is missing. */
export async function ensureProxies() {
  const missing = () => Object.keys(PROXIES).filter((name) => !findProxy(name))
  const wanted = missing().filter((name) => !process.env[PROXIES[name].chosen])
  if (wanted.length > 0 && isDebianRoot()) await installDebian(wanted.map((name) => PROXIES[name].debian))
  for (const name of missing())
    say(
      `没有找到 ${name}：docs/operations 中反向代理的示例配置以它测试。请安装，或用 ${PROXIES[name].chosen} 指定路径。`,
      `No ${name} found, with which the example in docs/operations is tested: install it, or give its path in ${PROXIES[name].chosen}.`,
    )
}

function runs(path, version) {
  if (!existsSync(path)) return false
  try {
    execFileSync(path, [version], { stdio: 'ignore', timeout: 20_000 })
    return true
  } catch {
    return false
  }
}
