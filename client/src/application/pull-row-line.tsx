/** One entry that is pulled, could be, or cannot be, with the reason and what to do about it. */
import { A } from '@solidjs/router'
import { createUniqueId, type JSX, Match, Show, Switch } from 'solid-js'
import type { Difference } from '../archive/difference.ts'
import { DifferenceTable } from '../archive/difference-table.tsx'
import { pathOf } from '../archive/item-line.ts'
import { applicationWords } from '../language/application.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { Draft } from './create-draft.ts'
import { entryTitle } from './entry-title.ts'
import { itemDate } from './item-date.ts'
import { pullAnchor } from './problem-line.ts'
import type { PullRow } from './pull-rows.ts'
import './application.css'

export interface PullRowLineProps {
  readonly row: PullRow
  readonly draft: Pick<Draft, 'pull' | 'drop'>
  readonly isLocked: boolean
}

export function PullRowLine(props: PullRowLineProps): JSX.Element {
  const t = useText(applicationWords)
  const { say } = useLanguage()
  const id = createUniqueId()
  const row = () => props.row
  const isOff = () => row().pull === null && row().state !== 'pullable'
  const date = () => {
    const known = itemDate(row().content)
    return known ? say(known) : t('pulls.undated')
  }
  const choose = (isChosen: boolean) => {
    const { item, approved } = row()
    if (!isChosen) props.draft.drop(item)
    else if (approved !== null) props.draft.pull({ item, digest: approved, note: null })
  }
  const note = (text: string) => {
    const { pull } = row()
    if (pull) props.draft.pull({ ...pull, note: text === '' ? null : text })
  }
  const takeNewer = () => {
    const { pull, approved } = row()
    if (pull && approved !== null) props.draft.pull({ ...pull, digest: approved })
  }
  const toArchive = () => <A href={pathOf({ part: row().part, id: row().item })}>{t('pulls.toArchive')}</A>
  return (
    <li id={pullAnchor(row().item)} class="pull-row" classList={{ 'pull-row--off': isOff() }}>
      <input
        type="checkbox"
        id={`${id}-box`}
        checked={row().pull !== null}
        disabled={isOff() || props.isLocked}
        aria-describedby={`${id}-below`}
        onChange={(event) => choose(event.currentTarget.checked)}
      />
      <label for={`${id}-box`}>{say(entryTitle(row().content))}</label>
      <span class="pull-row__date">{date()}</span>
      <div class="pull-row__below">
        <div id={`${id}-below`} class="row">
          <Show when={row().isBeforeTitle}>
            <Badge tone="plain">{t('pulls.beforeTitle')}</Badge>
          </Show>
          <Switch>
            <Match when={row().state === 'not-approved'}>
              <span>{t('pulls.notApproved')}</span>
              {toArchive()}
            </Match>
            <Match when={row().state === 'revoked'}>
              <span class="apply__error">{t('pulls.revoked')}</span>
            </Match>
            <Match when={row().state === 'without-contributor'}>
              <span>
                {t('pulls.withoutContributor')}
                {t('pulls.withoutContributorNext')}
              </span>
              {toArchive()}
            </Match>
            <Match when={row().hasNewer}>
              <Badge tone="warn" mark="changed">
                {t('pulls.newer')}
              </Badge>
              <Button size="small" look="quiet" isDisabled={props.isLocked} onPress={takeNewer}>
                {t('pulls.takeNewer')}
              </Button>
            </Match>
            <Match when={row().since === 'edited'}>
              <Badge tone="warn" mark="changed">
                {t('pulls.edited')}
              </Badge>
            </Match>
            <Match when={row().since === 'deleted'}>
              <Badge tone="plain">{t('pulls.deleted')}</Badge>
            </Match>
          </Switch>
        </div>
        <Show when={row().state !== 'revoked' && row().changed}>
          {(changed) => (
            <details class="pull-row__changed">
              <summary>{t(row().hasNewer ? 'pulls.seeNewer' : 'pulls.seeEdited', { n: countOf(changed()) })}</summary>
              <DifferenceTable difference={changed()} />
            </details>
          )}
        </Show>
        <Show when={row().isBeforeTitle && row().pull}>
          {(pull) => (
            <TextField
              label={t('pulls.note')}
              isRequired
              value={pull().note ?? ''}
              onInput={note}
              hint={t('pulls.noteHint')}
              error={(pull().note ?? '').trim() === '' ? t('pulls.needsNote') : undefined}
              isReadOnly={props.isLocked}
            />
          )}
        </Show>
      </div>
    </li>
  )
}

function countOf({ fields, added, removed, isEvidenceRearranged }: Difference): number {
  return fields.length + added.length + removed.length + (isEvidenceRearranged ? 1 : 0)
}
