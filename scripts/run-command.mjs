/**
 * How the scripts run other programs.
 *
 * Always true: a program runs from the project's folder, never through a shell (except npx on Windows, which is a batch
 * file there), and is ended together with its own children when the script is told to stop.
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

const onWindows = process.platform === 'win32'
const running = new Set()

/** The script a package of a workspace folder offers as a program, to be run by Node itself: the same on every system. */
export function packageProgram(folder, packageName, program = packageName.split('/').at(-1)) {
  const packageFolder = join(ROOT, folder, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  return join(packageFolder, typeof bin === 'string' ? bin : bin[program])
}

/**
 * Runs a program to its end and keeps what it printed.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, limitMs?: number }} [options] `limitMs` ends a
 *   program that hangs, in milliseconds.
 * @returns {Promise<{ code: number, output: string }>} never rejects: a program that cannot start has code 127
 */
export function runQuietly(command, args, { cwd = ROOT, env = {}, limitMs } = {}) {
  return new Promise((resolve) => {
    const output = []
    // A group of its own, so that ending it ends what it started too (browsers, relays).
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: !onWindows,
    })
    running.add(child)
    const limit =
      limitMs &&
      setTimeout(() => {
        output.push(Buffer.from(`\nstopped: not finished after ${limitMs / 1000} s\n`))
        killGroup(child, 'SIGKILL')
      }, limitMs)
    child.stdout.on('data', (chunk) => output.push(chunk))
    child.stderr.on('data', (chunk) => output.push(chunk))
    const finish = (code) => {
      clearTimeout(limit)
      running.delete(child)
      resolve({ code, output: Buffer.concat(output).toString('utf8') })
    }
    child.once('error', (error) => {
      output.push(Buffer.from(String(error)))
      finish(127)
    })
    child.once('close', (code) => finish(code ?? 1))
  })
}

/**
 * Runs a program in the foreground, hands it the signals this script receives, and answers with its exit code
 * (128 + signal number when a signal ended it).
 */
export function runInForeground(command, args, { stdio = 'inherit', env = {}, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio, shell })
    const forward = (signal) => {
      // At a terminal Ctrl+C already reaches every process of the group; a second one would mean "at once".
      if (signal === 'SIGINT' && process.stdin.isTTY) return
      child.kill(signal)
    }
    for (const signal of FORWARDED) process.on(signal, forward)
    const finish = (code) => {
      for (const signal of FORWARDED) process.off(signal, forward)
      resolve(code)
    }
    child.once('error', (error) => {
      console.error(String(error))
      finish(127)
    })
    child.once('close', (code, signal) => finish(code ?? 128 + (SIGNAL_NUMBER[signal] ?? 0)))
  })
}

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP']
const SIGNAL_NUMBER = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }

/** Makes Ctrl+C end whatever `runQuietly` has under way, then this script. Answers with its undo. */
export function stopChildrenOnSignals() {
  const stop = (signal) => {
    for (const child of running) killGroup(child, 'SIGKILL')
    process.exit(128 + SIGNAL_NUMBER[signal])
  }
  for (const signal of FORWARDED) process.on(signal, stop)
  return () => {
    for (const signal of FORWARDED) process.off(signal, stop)
  }
}

function killGroup(child, signal) {
  if (child.pid === undefined) return
  try {
    process.kill(onWindows ? child.pid : -child.pid, signal)
  } catch {
    // Already gone.
  }
}
