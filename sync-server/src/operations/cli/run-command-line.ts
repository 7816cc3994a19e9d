/**
 * From the words of the call to an exit code: 0 done, 1 refused or something found, 2 called wrongly. Answers go to standard output and
 * nothing else does; everything about the call itself goes to standard error.
 */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { officeConfig, placesAsked } from '../../config.ts'
import { EvidenceStoreTrouble } from '../../evidence/evidence-originals.ts'
import { type Office, openOffice } from '../../office.ts'
import { NewerSchema } from '../../store/migrations/migration.ts'
import { StoreUnreachable } from '../../store/postgres/unreachable.ts'
import { EVIDENCE_WORDS } from '../check-evidence-store.ts'
import { checkPlaces } from '../check-places.ts'
import { databasePath } from '../data-folder.ts'
import { storeWords } from '../store-words.ts'
import { accountAdd, accountList, accountPassword, accountRevoke } from './account-commands.ts'
import { backupCreate, backupRestore, backupVerify } from './backup-commands.ts'
import { calendarAdd, calendarList } from './calendar-commands.ts'
import { type Command, NoOffice, type Terminal } from './command.ts'
import { doctor, health } from './health-commands.ts'
import { helpFor, overview } from './help.ts'
import { memberAdd, memberList, memberRemove } from './member-commands.ts'
import { move } from './move-command.ts'
import { orgAdd, orgList } from './org-commands.ts'
import { planList, planPublish } from './plan-commands.ts'
import { refusalWords } from './refusal-words.ts'
import { tokenIssue, tokenList, tokenRevoke } from './token-commands.ts'

export const COMMANDS: readonly Command[] = [
  orgAdd,
  orgList,
  accountAdd,
  accountList,
  accountPassword,
  accountRevoke,
  memberAdd,
  memberRemove,
  memberList,
  tokenIssue,
  tokenList,
  tokenRevoke,
  planPublish,
  planList,
  calendarAdd,
  calendarList,
  backupCreate,
  backupVerify,
  backupRestore,
  move,
  doctor,
  health,
]

export type ExitCode = 0 | 1 | 2

/** @param defaults.dataFolder where the office is when `--data` does not say */
export async function runCommandLine(
  args: readonly string[],
  terminal: Terminal,
  defaults: { readonly dataFolder: string; readonly env?: Readonly<Record<string, string | undefined>> },
): Promise<ExitCode> {
  const command = COMMANDS.find(({ words }) => words.split(' ').every((word, at) => args[at] === word))
  if (!command) return withoutCommand(args, terminal)
  const wrong = (why: string): ExitCode => {
    terminal.err(`${why}\n\n${helpFor(command)}`)
    return 2
  }
  let parsed: ReturnType<typeof parseCall>
  try {
    parsed = parseCall(command, args)
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error))
  }
  const { values, names, spare } = parsed
  if (values.help === true) {
    terminal.out(helpFor(command))
    return 0
  }
  const lacking = command.takes.find(({ isOptional }, at) => !isOptional && names[at] === undefined)
  if (lacking) return wrong(`缺少<${lacking.name}>：${lacking.about}。`)
  if (spare.length > 0) return wrong(`多余的参数：${spare.join(' ')}`)
  const [unset] = Object.entries(command.options).find(([name, o]) => o.isRequired && values[name] === undefined) ?? []
  if (unset) return wrong(`缺少 --${unset}。`)
  const isJson = values.json === true
  const dataFolder = resolve(typeof values.data === 'string' ? values.data : defaults.dataFolder)
  const { store, evidence } = placesAsked(values, defaults.env ?? {})
  const [mistake] = checkPlaces(officeConfig(dataFolder, { store, evidence }))
  if (mistake) return wrong(mistake)
  let office: Office | undefined
  try {
    const answered = await command.run({
      names,
      option: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
      isSet: (name) => values[name] === true,
      dataFolder,
      store,
      evidence,
      terminal,
      office: async () => {
        const isMade = store !== null || existsSync(databasePath(dataFolder))
        if (values.create !== true && !isMade) throw new NoOffice(dataFolder)
        const { now, randomBytes } = terminal
        office ??= await openOffice(officeConfig(dataFolder, { store, evidence, now, randomBytes }))
        return office
      },
    })
    if (!answered.ok) return tellRefusal(terminal, isJson, answered.refusal, refusalWords(answered.refusal))
    terminal.out(isJson ? JSON.stringify(answered.value.json, null, 2) : answered.value.text)
    return answered.value.hasFindings ? 1 : 0
  } catch (error) {
    const words = wordsOfFailure(error)
    if (!words) throw error
    return tellRefusal(terminal, isJson, words.refusal, words.text)
  } finally {
    await office?.close()
  }
}

function parseCall(command: Command, args: readonly string[]) {
  const own = Object.entries(command.options).map(([name, { type }]) => [name, { type }] as const)
  const taken = command.takes.map(({ option }) => [option, { type: 'string' }] as const)
  const { values, positionals } = parseArgs({
    args: args.slice(command.words.split(' ').length),
    allowPositionals: true,
    options: {
      ...Object.fromEntries([...own, ...taken]),
      json: { type: 'boolean' },
      data: { type: 'string' },
      store: { type: 'string' },
      evidence: { type: 'string' },
      create: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const given: Readonly<Record<string, unknown>> = values
  const spare = [...positionals]
  const names = command.takes.map(({ option }) => {
    const named = given[option]
    return typeof named === 'string' ? named : spare.shift()
  })
  return { values: given, names, spare }
}

function withoutCommand(args: readonly string[], terminal: Terminal): ExitCode {
  const [noun] = args
  const ofNoun = COMMANDS.filter(({ words }) => words.split(' ')[0] === noun)
  const isHelp = noun === undefined || args.includes('--help') || args.includes('-h') || noun === 'help'
  const text = overview(ofNoun.length > 0 ? ofNoun : COMMANDS)
  if (isHelp && noun !== undefined) {
    terminal.out(text)
    return 0
  }
  terminal.err(
    noun === undefined || ofNoun.length > 0 ? text : `没有“${args.slice(0, 2).join(' ')}”这个命令。\n\n${text}`,
  )
  return 2
}

function tellRefusal(terminal: Terminal, isJson: boolean, refusal: unknown, text: string): ExitCode {
  if (isJson) terminal.out(JSON.stringify({ refusal }, null, 2))
  else terminal.err(text)
  return 1
}

interface Failure {
  readonly refusal: { readonly kind: string; readonly why?: string }
  readonly text: string
}

function wordsOfFailure(error: unknown): Failure | null {
  if (error instanceof NoOffice) {
    return {
      refusal: { kind: 'no-office' },
      text: `数据目录 ${error.message} 里没有单位。请用 --data 指定正确的目录；如要新建，请先运行 npm run serve，或在命令后加 --create。`,
    }
  }
  if (error instanceof NewerSchema) {
    return { refusal: { kind: 'newer-schema' }, text: '该数据目录由更新的版本写成。请升级本程序后再运行。' }
  }
  if (error instanceof StoreUnreachable) {
    const { why } = error
    return {
      refusal: { kind: 'store-unreachable', why },
      text: `${storeWords(error)}。请核对 --store（或 YEJIBU_STORE）后重新运行。`,
    }
  }
  if (error instanceof EvidenceStoreTrouble) {
    return {
      refusal: { kind: 'evidence-store-refuses', why: error.why },
      text: `${EVIDENCE_WORDS[error.why].zh}。请核对 --evidence（或 YEJIBU_EVIDENCE）后重新运行。`,
    }
  }
  return null
}
