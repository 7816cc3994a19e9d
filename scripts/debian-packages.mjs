/** What tests need beyond npm's packages comes from Debian, where this is Debian and we are root. */
import { existsSync } from 'node:fs'
import { runInForeground } from './run-command.mjs'
import { say } from './set-up.mjs'

export function isDebianRoot() {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0
}

export async function installDebian(packages) {
  say(`正在安装 ${packages.join(' ')}（测试用）…`, `Installing ${packages.join(' ')}, for the tests…`)
  const options = { stdio: ['ignore', 'ignore', 2], env: { DEBIAN_FRONTEND: 'noninteractive' } }
  await runInForeground('apt-get', ['update', '-qq'], options)
  const code = await runInForeground(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
    options,
  )
  if (code !== 0) say(`${packages.join(' ')} 没有装上。`, `${packages.join(' ')} could not be installed.`)
}
