/** The workplace of the person who is signed in, for every page behind the sign-in. */
import { createContext, useContext } from 'solid-js'
import type { Workplace } from './workplace.ts'

export const WorkplaceContext = createContext<Workplace>()

export function useWorkplace(): Workplace {
  const workplace = useContext(WorkplaceContext)
  if (workplace === undefined) throw new Error('useWorkplace needs a WorkplaceContext.Provider above it')
  return workplace
}
