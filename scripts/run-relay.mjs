/** Sets the project up, builds what changed, and runs a program of the relay in the foreground until it ends or is told to stop. */
import { build } from './build.mjs'
import { RELAY_FLAGS } from './relay-flags.mjs'
import { runInForeground, runQuietly, stopChildrenOnSignals } from './run-command.mjs'
import { say, setUp } from './set-up.mjs'

/** The relay with its pages. @param {string[]} args what the relay is started with; answers with its exit code */
export async function runRelay(args) {
  return runBuilt(['client', 'sync-server'], 'sync-server/dist/main.js', args, RELAY_FLAGS)
}

/** The operator's command line; writes nothing else to standard output. @param {string[]} args answers with its exit code */
export async function runCommandLine(args) {
  return runBuilt(['sync-server'], 'sync-server/dist/operations/cli/main.js', args)
}

async function runBuilt(folders, program, args, flags = []) {
  await setUp()
  const keepChildren = stopChildrenOnSignals()
  for (const folder of folders) {
    const { code, output } = await build(folder, (command, buildArgs, options) => {
      if (folder === 'client') say('正在生成页面…', 'Building the pages…')
      return runQuietly(command, buildArgs, options)
    })
    if (code === 0) continue
    process.stderr.write(output)
    say('没有生成成功，原因见上。', 'It could not be built; the reason is above.')
    return code
  }
  keepChildren()
  return runInForeground(process.execPath, [...flags, program, ...args])
}
