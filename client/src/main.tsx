/**
 * The first lines that run: theme before the first paint, then the session kept in this browser, then the page. What belongs to
 * one account (documents, outbox, files) is opened with the desk, and its code is fetched with it.
 */
import { render } from 'solid-js/web'
import { createSession } from './account/create-session.ts'
import { App } from './app.tsx'
import { createApi } from './platform/api.ts'
import type { Workplace } from './sync/workplace.ts'
import { startTheme } from './ui/theme.ts'
import './ui/style/layers.css'
import UpdatePrompt from './update-prompt.tsx'

startTheme()

const api = createApi()
const workplaces = new Set<Workplace>()
const session = createSession({
  api,
  onRenewed: () => {
    for (const workplace of workplaces) workplace.reconnect()
  },
})

async function openDesk(account: Workplace['account']): Promise<Workplace> {
  const { openWorkplace } = await import('./sync/open-workplace.ts')
  const workplace = await openWorkplace({ account, api, onSessionExpired: () => void session.confirm() })
  workplaces.add(workplace)
  return {
    ...workplace,
    dispose: () => {
      workplaces.delete(workplace)
      return workplace.dispose()
    },
  }
}

const place = document.getElementById('app')
if (place === null) throw new Error('index.html has no #app')
render(
  () => <App session={session} openWorkplace={(known) => openDesk(known.account.id)} notice={<UpdatePrompt />} />,
  place,
)
