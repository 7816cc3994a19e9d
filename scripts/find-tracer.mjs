/**
 * Finds strace, with which the tests make a disk fail below the relay: every flush of its process answers with an input/output error. Only tests
 * need it; no npm package brings it.
 *
 * Order: the environment's YEJIBU_STRACE, the name on PATH; last, on Debian as root, the system's own package.
 */
import { spawnSync } from 'node:child_process'
import { installDebian, isDebianRoot } from './debian-packages.mjs'
import { say } from './set-up.mjs'

/** The program, or undefined where there is none that may trace a process. Installs nothing. */
export function findTracer() {
  const program = process.env.YEJIBU_STRACE ?? 'strace'
  // A sandbox may have the program and forbid what it does.
  const { status } = spawnSync(program, ['-qq', '-e', 'trace=none', process.execPath, '--version'], { stdio: 'ignore' })
  return status === 0 ? program : undefined
}

/** As `findTracer`; installs Debian's when root. Undefined after a sentence that says what to install. */
export async function ensureTracer() {
  if (process.platform !== 'linux') return undefined
  if (!findTracer() && isDebianRoot() && !process.env.YEJIBU_STRACE) await installDebian(['strace'])
  const found = findTracer()
  if (!found)
    say(
      '没有找到可用的 strace：磁盘写入失败的测试需要它。请安装 strace 并允许跟踪进程，或用 YEJIBU_STRACE 指定路径。',
      'No working strace found, which the tests of a failing disk need: install strace and allow it to trace, or give its path in YEJIBU_STRACE.',
    )
  return found
}
