/** Sets the project up, builds the client if it changed, and runs the relay in the foreground until it is told to stop. */
import { buildClient } from './build-client.mjs'
import { runInForeground, runQuietly, stopChildrenOnSignals } from './run-command.mjs'
import { say, setUp } from './set-up.mjs'

/** @param {string[]} args what the relay is started with; answers with the relay's exit code */
export async function runRelay(args) {
  await setUp()
  const keepChildren = stopChildrenOnSignals()
  const build = await buildClient((command, buildArgs, options) => {
    say('正在生成页面…', 'Building the pages…')
    return runQuietly(command, buildArgs, options)
  })
  keepChildren()
  if (build.code !== 0) {
    process.stderr.write(build.output)
    say('页面没有生成成功，原因见上。', 'The pages could not be built; the reason is above.')
    return build.code
  }
  return runInForeground(process.execPath, ['--import', 'tsx', 'sync-server/src/main.ts', ...args])
}
