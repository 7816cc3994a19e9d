export const RELAY_FLAGS: readonly string[]
