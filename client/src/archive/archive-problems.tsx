/** What stands between a person and her archive at this moment, each with what to do about it. Nothing while all is well. */
import { createSignal, type JSX, Match, Switch } from 'solid-js'
import { archiveWords } from '../language/archive.ts'
import { useText } from '../language/language.tsx'
import type { OpenDocument } from '../sync/open-document.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'

export interface ArchiveProblemsProps {
  readonly document: Pick<OpenDocument, 'local' | 'connection' | 'wasRefused' | 'reconnect' | 'resolveEpoch'>
}

export function ArchiveProblems(props: ArchiveProblemsProps): JSX.Element {
  const t = useText(archiveWords)
  const [isResolving, setResolving] = createSignal(false)
  const broken = () => {
    const local = props.document.local()
    return local.kind === 'broken' ? local : undefined
  }
  const ended = () => {
    const connection = props.document.connection()
    return connection.kind === 'ended' ? connection.reason : undefined
  }
  const resolve = async (choice: 'keep-mine' | 'take-theirs') => {
    setResolving(true)
    await props.document.resolveEpoch(choice)
    if (choice === 'take-theirs') location.reload()
    setResolving(false)
  }
  const again = () => (
    <Button size="small" onPress={() => props.document.reconnect()}>
      {t('problem.reconnect')}
    </Button>
  )
  return (
    <Switch>
      <Match when={broken()}>{(local) => <Banner kind="error">{t(`problem.broken.${local().reason}`)}</Banner>}</Match>
      <Match when={ended() === 'epoch-changed'}>
        <Banner
          kind="warning"
          title={t('problem.epoch')}
          actions={
            <>
              <Button size="small" isBusy={isResolving()} onPress={() => void resolve('keep-mine')}>
                {t('problem.keepMine')}
              </Button>
              <Button size="small" isBusy={isResolving()} onPress={() => void resolve('take-theirs')}>
                {t('problem.takeTheirs')}
              </Button>
            </>
          }
        >
          {t('problem.epochAbout')}
        </Banner>
      </Match>
      <Match when={ended() === 'forbidden' || ended() === 'gone'}>
        <Banner kind="warning" actions={again()}>
          {t('problem.forbidden')}
        </Banner>
      </Match>
      <Match when={ended() === 'bad-frame'}>
        <Banner kind="warning" actions={again()}>
          {t('problem.badFrame')}
        </Banner>
      </Match>
      <Match when={props.document.wasRefused()}>
        <Banner kind="warning">{t('problem.refusedWrite')}</Banner>
      </Match>
    </Switch>
  )
}
