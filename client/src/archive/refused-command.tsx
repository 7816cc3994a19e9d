/** A send or a withdrawal that the relay said no to: why, and what to do. It stays until its author has read it. */
import { type JSX, Show } from 'solid-js'
import { archiveWords } from '../language/archive.ts'
import { useText } from '../language/language.tsx'
import type { OutboxEntry } from '../platform/database.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import type { Sending } from './create-sending.ts'

export interface RefusedCommandProps {
  readonly entry: OutboxEntry
  readonly sending: Pick<Sending, 'dismiss' | 'retry'>
}

const KNOWN = [
  'not-yours',
  'no-employer',
  'content-not-its-digest',
  'already-sent',
  'already-ruled',
  'not-sent',
  'not-allowed',
  'stream-moved-on',
] as const

export function RefusedCommand(props: RefusedCommandProps): JSX.Element {
  const t = useText(archiveWords)
  const kind = () => KNOWN.find((known) => known === props.entry.refusal?.kind) ?? 'other'
  return (
    <Banner
      kind="warning"
      title={t(props.entry.kind === 'withdraw-revision' ? 'refusal.withdraw' : 'refusal.send')}
      actions={
        <>
          <Show when={kind() === 'other' || kind() === 'no-employer'}>
            <Button size="small" onPress={() => void props.sending.retry(props.entry)}>
              {t('refusal.retry')}
            </Button>
          </Show>
          <Button size="small" look="quiet" onPress={() => void props.sending.dismiss(props.entry)}>
            {t('refusal.dismiss')}
          </Button>
        </>
      }
    >
      {t(`refusal.${kind()}`)}
    </Banner>
  )
}
