/** Whether the person in this browser runs the office. The relay decides again about everything behind. */
import type { SessionState } from '../account/session.ts'

export function isOperator(state: SessionState): boolean {
  return state.kind === 'signed-in' && state.session.memberships.some((m) => m.role === 'operator')
}
