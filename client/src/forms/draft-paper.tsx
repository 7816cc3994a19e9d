/**
 * In a slot of a draft: the paper that is to come back signed and sealed, printed by the relay before anything is submitted. The relay reads the
 * draft as it would read its submission; what it refuses is told in words, what it finds missing is listed and does not stop the printing.
 */

import { missingName } from '@yejibu/shared/application/draft-reading'
import { idFrom } from '@yejibu/shared/kernel/ids'
import type { SlotPaper } from '@yejibu/shared/plan/plan'
import { MISSING_HEADER, missingInHeader } from '@yejibu/shared/wire/forms'
import Printer from 'lucide-solid/icons/printer'
import { createResource, createSignal, createUniqueId, For, type JSX, Match, onCleanup, Show, Switch } from 'solid-js'
import type { AskedPaper } from '../application/attachments/slot-paper.ts'
import type { DraftProblem } from '../application/check-draft.ts'
import { submissionBody } from '../application/create-submitting.ts'
import { useProblemWords } from '../application/problem-line.ts'
import { formsWords } from '../language/forms.ts'
import { useText } from '../language/language.tsx'
import type { Api, ApiRefusal } from '../platform/api.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { PdfPaper } from './form-preview.tsx'
import { draftTroubleKey, itemsIn } from './form-trouble.ts'
import '../application/application.css'
import './forms.css'

export interface DraftPaperProps {
  readonly asked: AskedPaper
  readonly api: Pick<Api, 'bytes'>
}

/** No source shows their official layout (F11, F12). */
const OWN_SHEETS: readonly SlotPaper[] = ['direct-recommendation', 'direct-abc']

export function DraftPaper(props: DraftPaperProps): JSX.Element {
  const t = useText(formsWords)
  const about = createUniqueId()
  const [isOpen, setOpen] = createSignal(false)
  const title = () => props.asked.slot.title
  return (
    <div class="draft-paper">
      <Button
        size="small"
        label={t('draft.printOf', { form: title() })}
        describedBy={about}
        onPress={() => setOpen(true)}
      >
        <Printer size={16} aria-hidden="true" />
        {t('draft.print')}
      </Button>
      <p id={about} class="small muted">
        <Show when={OWN_SHEETS.includes(props.asked.slot.paper)}>
          <span class="draft-paper__own">{t('draft.ownSheet')}</span>{' '}
        </Show>
        {t('draft.about')}
      </p>
      <Show when={isOpen()}>
        <DraftPaperDialog asked={props.asked} api={props.api} onClose={() => setOpen(false)} />
      </Show>
    </div>
  )
}

interface Printed {
  readonly url: string
  /** By the relay, in its order. */
  readonly missing: readonly string[]
}

function DraftPaperDialog(props: DraftPaperProps & { readonly onClose: () => void }): JSX.Element {
  const t = useText(formsWords)
  let url: string | null = null
  const forget = () => {
    if (url !== null) URL.revokeObjectURL(url)
    url = null
  }
  onCleanup(forget)
  const [answer, { refetch }] = createResource(async (): Promise<Printed | { readonly refusal: ApiRefusal }> => {
    const { application, plan, planVersion, slot, check } = props.asked
    const body = submissionBody(application, { id: plan.id, version: planVersion() }, check())
    const id = idFrom<'command'>(crypto.getRandomValues(new Uint8Array(20)))
    const found = await props.api.bytes(`/api/forms/draft/${slot.paper}.pdf`, {
      json: { id, ...body },
      patience: 60_000,
    })
    if (!found.ok) return { refusal: found.refusal }
    forget()
    url = URL.createObjectURL(new Blob([found.value.bytes], { type: 'application/pdf' }))
    return { url, missing: missingInHeader(found.value.headers.get(MISSING_HEADER)) }
  })
  const printed = () => {
    const known = answer.latest
    return known && 'url' in known ? known : undefined
  }
  const refusal = () => {
    const known = answer.latest
    return known && 'refusal' in known ? known.refusal : undefined
  }
  let place: HTMLDivElement | undefined
  /** What was pressed is gone once it is there: the focus goes on to the paper. */
  const again = async () => {
    await refetch()
    if (printed()) place?.querySelector<HTMLElement>('a[download]')?.focus()
  }
  const why = (said: ApiRefusal) => {
    const items = itemsIn(said).map((item) => `“${props.asked.entries.titleOf(item)}”`)
    return t(`draft.trouble.${draftTroubleKey(said)}`, { items: items.join('、') })
  }
  const form = () => props.asked.slot.title
  return (
    <Dialog
      isOpen
      isWide
      title={t('draft.title', { form: form() })}
      about={t('draft.next', { form: form() })}
      onClose={() => props.onClose()}
    >
      <div class="stack" ref={place}>
        <Switch
          fallback={
            <div role="status">
              <span class="for-ears">{t('draft.waiting')}</span>
              <Skeleton lines={6} />
            </div>
          }
        >
          <Match when={refusal()}>
            {(said) => (
              <Banner
                kind="warning"
                title={t('draft.refused')}
                actions={
                  <Button size="small" isBusy={answer.loading} onPress={() => void again()}>
                    {t('draft.retry')}
                  </Button>
                }
              >
                {why(said())}
              </Banner>
            )}
          </Match>
          <Match when={printed()}>
            {(paper) => (
              <>
                <StillMissing asked={props.asked} names={paper().missing} />
                <PdfPaper
                  address={paper().url}
                  title={t('draft.title', { form: form() })}
                  fileName={t('draft.fileName', { form: form() })}
                />
              </>
            )}
          </Match>
        </Switch>
      </div>
    </Dialog>
  )
}

/** What the relay named, in the sentences of this page; what this device does not know of yet is counted. */
function StillMissing(props: { readonly asked: AskedPaper; readonly names: readonly string[] }): JSX.Element {
  const t = useText(formsWords)
  const words = useProblemWords(
    () => props.asked.plan,
    () => props.asked.application,
    props.asked.entries,
  )
  const here = () => {
    const names = new Set(props.names)
    return props.asked.check().problems.filter((problem) => {
      const name = nameOf(problem)
      return name !== null && names.has(name)
    })
  }
  const elsewhere = () => {
    const known = new Set(here().map(nameOf))
    return props.names.filter((name) => !known.has(name)).length
  }
  return (
    <Show when={props.names.length > 0}>
      <details class="draft-paper__missing">
        <summary>{t('draft.missing', { n: here().length + elsewhere() })}</summary>
        <div class="stack">
          <p class="small muted">{t('draft.missingBody')}</p>
          <ul class="todo-lines">
            <For each={here().map((problem) => words.lineOf(problem))}>
              {(line) => (
                <li>
                  <strong>{line.name}</strong>
                  <span>{line.text}</span>
                </li>
              )}
            </For>
          </ul>
          <Show when={elsewhere() > 0}>
            <p class="small muted">{t('draft.missingMore', { n: elsewhere() })}</p>
          </Show>
        </div>
      </details>
    </Show>
  )
}

function nameOf(problem: DraftProblem): string | null {
  const { about } = problem
  return about === 'plan' || about === 'owner' || about === 'other' || about === 'many' ? null : missingName(problem)
}
