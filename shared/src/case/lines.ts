/**
 * A submission as the employer reads it: line by line (逐条逐项). Each line has a key that stays the same from one round to the next and a
 * digest of what stands in it, so a resubmission shows only what changed and what was found right stays checked.
 */
import type { Submission } from '../application/submission.ts'
import type { Digest } from '../archive/revision.ts'
import { canonicalJson, sha256Hex } from '../kernel/canonical.ts'

/** `profile`, `form`, `photo`, `pledge`, `details`, `attachments/<slot>`, `pull/<item>`. */
export type LineKey = string
export type Lines = Readonly<Record<LineKey, Digest>>

export interface LineDifference {
  readonly added: readonly LineKey[]
  readonly changed: readonly LineKey[]
  readonly removed: readonly LineKey[]
}

export function linesOf(submission: Submission): Lines {
  const { form, filing, profile, pulls } = submission
  const lines: Record<LineKey, Digest> = { profile: profile.digest, form: digest(form) }
  for (const { item, digest: revision, note } of pulls) {
    lines[`pull/${item}`] = note === null ? revision : digest([revision, note])
  }
  if (!filing) return lines
  for (const part of filing.asked) {
    if (part === 'details') lines.details = digest([filing.answers, filing.score, filing.recommenders])
    else if (part !== 'attachments') lines[part] = digest(filing[part])
  }
  for (const slot of new Set(filing.attachments.map((file) => file.slot))) {
    lines[`attachments/${slot}`] = digest(filing.attachments.filter((file) => file.slot === slot))
  }
  return lines
}

export function differenceOf(before: Lines, after: Lines): LineDifference {
  const has = (lines: Lines, key: LineKey) => Object.hasOwn(lines, key)
  return {
    added: Object.keys(after).filter((key) => !has(before, key)),
    changed: Object.keys(after).filter((key) => has(before, key) && before[key] !== after[key]),
    removed: Object.keys(before).filter((key) => !has(after, key)),
  }
}

function digest(value: unknown): Digest {
  return sha256Hex('yejibu/line/v1\n', canonicalJson(value))
}
