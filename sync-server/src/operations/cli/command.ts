/**
 * What a command of the command line is: its words, what it takes, and what it answers. A command knows nothing of terminals: it gets what was
 * called and gives back one value, shown as text to people and as JSON to programs (`[OPS-10]`).
 */

import type { Result } from '@yejibu/shared/kernel/result'
import type { Refusal } from '@yejibu/shared/wire/problem'
import type { Office } from '../../office.ts'

export interface OptionAbout {
  readonly type: 'string' | 'boolean'
  readonly about: string
  /** Shown in the help for what stands after the option, e.g. `名称`. */
  readonly value?: string
  readonly isRequired?: boolean
}

/** What stands after the words, in order; each may be given by its option instead. */
export interface Taken {
  readonly name: string
  readonly option: string
  readonly about: string
  readonly isOptional?: boolean
}

export interface Command {
  /** `org add` or `doctor`. */
  readonly words: string
  readonly about: string
  readonly takes: readonly Taken[]
  readonly options: Readonly<Record<string, OptionAbout>>
  run(call: Call): Promise<Result<Answer, Refusal>>
}

export interface Answer {
  readonly text: string
  readonly json: unknown
  /** The command did its work and found something wrong: exit code 1. */
  readonly hasFindings?: boolean
}

export interface Call {
  /** One for each thing that the command takes; undefined only for what is optional. */
  readonly names: readonly (string | undefined)[]
  option(name: string): string | undefined
  isSet(name: string): boolean
  readonly dataFolder: string
  /** `postgres://…` where the office keeps itself there; null for a file in the data folder. */
  readonly store: string | null
  /** `s3+https://…` where evidence files lie; null for the data folder. */
  readonly evidence: string | null
  readonly terminal: Terminal
  /**
   * The office in the data folder, opened for short writes beside a running relay; closed when the command is over.
   * @throws NoOffice when there is none and `--create` was not given
   */
  office(): Promise<Office>
}

export interface Terminal {
  out(text: string): void
  err(text: string): void
  /** Asked without an echo at a terminal, else the next line of standard input (`[OPS-11]`). */
  askSecret(prompt: string): Promise<string>
  readonly isInteractive: boolean
  now(): Date
  randomBytes(count: number): Uint8Array
}

export class NoOffice extends Error {
  override readonly name = 'NoOffice'
}
