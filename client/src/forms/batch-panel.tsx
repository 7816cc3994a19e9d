/** Everybody's evaluation forms in one file: asked for, watched while they are made, fetched or cancelled. */
import { type Batch, batchesSchema, batchSchema } from '@yejibu/shared/wire/forms'
import { createResource, createSignal, type JSX, Match, onCleanup, Show, Switch } from 'solid-js'
import { saveBlob } from '../archive/transfer/save-blob.ts'
import { formsWords } from '../language/forms.ts'
import { useText } from '../language/language.tsx'
import type { Api } from '../platform/api.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Progress } from '../ui/progress.tsx'
import { type FormTrouble, troubleKey } from './form-trouble.ts'

export interface BatchPanelProps {
  readonly api: Pick<Api, 'call' | 'bytes'>
  readonly plan: string
  readonly org: string
  readonly people: number
}

/** Milliseconds between two looks while forms are made. */
const LOOK_AGAIN = 2_000
/** A file of hundreds of forms. */
const PATIENCE = 600_000

export function BatchPanel(props: BatchPanelProps): JSX.Element {
  const t = useText(formsWords)
  const [trouble, setTrouble] = createSignal<FormTrouble | null>(null)
  const [isBusy, setBusy] = createSignal(false)
  const [answer, { refetch }] = createResource(() => props.api.call('GET', '/api/forms/batches', batchesSchema))
  const newest = (): Batch | undefined => {
    const known = answer.latest
    return known?.ok ? known.value.batches.find(({ plan, org }) => plan === props.plan && org === props.org) : undefined
  }
  const looking = setInterval(() => {
    if (newest()?.state === 'running') void refetch()
  }, LOOK_AGAIN)
  onCleanup(() => clearInterval(looking))

  const act = async (work: () => Promise<{ readonly ok: boolean } & Partial<{ refusal: { kind: string } }>>) => {
    setBusy(true)
    setTrouble(null)
    const done = await work()
    if (!done.ok && done.refusal) setTrouble(troubleKey(done.refusal))
    await refetch()
    setBusy(false)
  }
  const ask = () =>
    act(() => props.api.call('POST', '/api/forms/batches', batchSchema, { json: { plan: props.plan, org: props.org } }))
  const cancel = (id: string) => act(() => props.api.call('DELETE', `/api/forms/batches/${id}`, batchSchema))
  const save = (id: string) =>
    act(async () => {
      const found = await props.api.bytes(`/api/forms/batches/${id}/file`, { patience: PATIENCE })
      if (found.ok) saveBlob(new Blob([found.value.bytes], { type: 'application/zip' }), `${t('groups.batch')}.zip`)
      return found
    })
  const askButton = () => (
    <Button isBusy={isBusy()} onPress={() => void ask()}>
      {t('groups.batchAsk', { n: props.people })}
    </Button>
  )
  return (
    <div class="stack">
      <h3>{t('groups.batch')}</h3>
      <p class="muted">{t('groups.batchAbout')}</p>
      <Show when={trouble()}>{(key) => <Banner kind="warning">{t(`papers.trouble.${key()}`)}</Banner>}</Show>
      <Switch fallback={<div>{askButton()}</div>}>
        <Match when={newest()?.state === 'running' && newest()}>
          {(batch) => (
            <>
              <Progress
                label={t('groups.batchRunning')}
                value={batch().done}
                max={batch().people}
                valueLabel={`${batch().done} / ${batch().people}`}
              />
              <div>
                <Button look="quiet" isBusy={isBusy()} onPress={() => void cancel(batch().id)}>
                  {t('groups.batchCancel')}
                </Button>
              </div>
            </>
          )}
        </Match>
        <Match when={newest()?.state === 'ready' && newest()}>
          {(batch) => (
            <>
              <p role="status">{t('groups.batchReady')}</p>
              <div class="row">
                <Button look="primary" isBusy={isBusy()} onPress={() => void save(batch().id)}>
                  {t('groups.batchSave')}
                </Button>
                {askButton()}
              </div>
            </>
          )}
        </Match>
        <Match when={newest()?.state === 'failed'}>
          <Banner kind="error">{t('groups.batchFailed')}</Banner>
          <div>{askButton()}</div>
        </Match>
      </Switch>
    </div>
  )
}
