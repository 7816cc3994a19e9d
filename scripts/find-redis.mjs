/**
 * Finds the Redis (or Valkey) server with which the tests of several relays run. Only tests need one; no npm package brings it.
 *
 * Order: the environment's YEJIBU_REDIS_SERVER, the names on PATH; last, on Debian as root, the system's own package, whose service is not
 * started.
 */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { installDebian, isDebianRoot } from './debian-packages.mjs'
import { say } from './set-up.mjs'

const NAMES = ['redis-server', 'valkey-server']

/** The server's path, or undefined. Installs nothing. */
export function findRedis() {
  const chosen = process.env.YEJIBU_REDIS_SERVER
  if (chosen) return runs(chosen) ? chosen : undefined
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name + suffix))).find(runs)
}

/** The server's path; installs Debian's when root. Undefined after a sentence that says what to install. */
export async function ensureRedis() {
  if (!findRedis() && isDebianRoot() && !process.env.YEJIBU_REDIS_SERVER) await installDebian(['redis-server'])
  const found = findRedis()
  if (!found)
    say(
      '没有找到 Redis：多台服务的测试需要它。请安装 redis-server 或 valkey-server，或用 YEJIBU_REDIS_SERVER 指定路径。',
      'No Redis found, which the tests of several relays need: install redis-server or valkey-server, or give its path in YEJIBU_REDIS_SERVER.',
    )
  return found
}

function runs(path) {
  if (!existsSync(path)) return false
  try {
    execFileSync(path, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'], timeout: 20_000 })
    return true
  } catch {
    return false
  }
}
