/** The page of an office's meetings, with their minutes: the meetings know nothing of what is printed about them. */
import type { JSX } from 'solid-js'
import MeetingsPage from '../case/office/meetings-page.tsx'
import { useWorkplace } from '../sync/workplace-context.ts'
import { MinutesPanel } from './minutes-panel.tsx'

export default function Page(): JSX.Element {
  const { api, database } = useWorkplace()
  return <MeetingsPage minutes={(plan, org) => <MinutesPanel api={api} database={database} plan={plan} org={org} />} />
}
