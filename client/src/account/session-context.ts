/** The session of this browser, for every page. */
import { createContext, useContext } from 'solid-js'
import type { SessionControl } from './session.ts'

export const SessionContext = createContext<SessionControl>()

export function useSession(): SessionControl {
  const session = useContext(SessionContext)
  if (session === undefined) throw new Error('useSession needs a SessionContext.Provider above it')
  return session
}
