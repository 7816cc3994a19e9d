/** What is wrong with a password that somebody chose; the relay checks the length again. */
export const MIN_PASSWORD_CHARS = 10

export function passwordProblem(password: string, repeat: string): 'short' | 'differs' | null {
  if ([...password].length < MIN_PASSWORD_CHARS) return 'short'
  return password === repeat ? null : 'differs'
}
