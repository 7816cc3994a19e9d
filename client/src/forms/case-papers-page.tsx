/** The page of one case at the employer, with its papers: the case knows nothing of what is printed about it. */
import type { JSX } from 'solid-js'
import CasePage from '../case/case-page.tsx'
import { useWorkplace } from '../sync/workplace-context.ts'
import { PapersPanel } from './papers-panel.tsx'

export default function Page(): JSX.Element {
  const { api } = useWorkplace()
  return <CasePage papers={(application) => <PapersPanel application={application} api={api} />} />
}
