import { idFrom } from '@yejibu/shared/kernel/ids'

/** As many bytes as an id takes, from a cryptographic source. */
export function twentyBytes(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(20))
}

/** An id that was never used before. */
export function newId<Name extends string>() {
  return idFrom<Name>(twentyBytes())
}
