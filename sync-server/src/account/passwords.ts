/** Passwords, by argon2id with the library's parameters (19 MiB, 2 passes: OWASP's). Hashing runs off the main thread. */
import { randomUUID } from 'node:crypto'
import { type Algorithm, hash, verify } from '@node-rs/argon2'

export const MIN_PASSWORD_CHARS = 10

const OPTIONS = { algorithm: 2 satisfies Algorithm, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** A hash that no password has: checked for people who do not exist, so that the answer takes as long. Made once, on first use. */
let nobody: Promise<string> | undefined

/** Counted in characters as people see them typed, not in UTF-16 units. */
export function isLongEnough(password: string): boolean {
  return [...password].length >= MIN_PASSWORD_CHARS
}

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), OPTIONS)
}

/** @param passwordHash null for somebody without a password or without an account: false, after the same work */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(randomUUID())
  const isRight = await verify(passwordHash ?? (await nobody), password.normalize('NFC'))
  return isRight && passwordHash !== null
}
