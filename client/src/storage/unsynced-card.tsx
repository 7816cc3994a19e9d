/** What is on this device alone: documents with the entries that wait, commands and files, each by the name of its entry where it is known. */
import { A } from '@solidjs/router'
import type { Item } from '@yejibu/shared/archive/item'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { For, type JSX, Show } from 'solid-js'
import { pathOf, titleOf } from '../archive/item-line.ts'
import { momentText } from '../archive/today.ts'
import { accountWords } from '../language/account.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { storageWords } from '../language/storage.ts'
import { Banner } from '../ui/banner.tsx'
import { Card } from '../ui/card.tsx'
import { createKeptRows } from '../ui/kept-rows.ts'
import { type DocumentOverview, isAllThere, type SyncOverview } from './create-sync-overview.ts'
import { documentTitle } from './document-title.ts'

export interface UnsyncedCardProps {
  readonly account: AccountId
  readonly overview: SyncOverview
  /** The relay is not reached. */
  readonly isAway: boolean
  /** The entries of an own document that wait; empty for every other document. */
  readonly waitingIn: (name: string) => readonly Item[]
  /** The entry that a file or a command belongs to; undefined where this device does not know it. */
  readonly entryOf: (about: { readonly sha256: string } | { readonly subject: string }) => Item | undefined
}

const SHOWN = 20

export function UnsyncedCard(props: UnsyncedCardProps): JSX.Element {
  const t = useText(storageWords)
  const w = useText(accountWords)
  const { language } = useLanguage()
  const documents = createKeptRows(
    () => props.overview.documents.filter(({ isUnsent }) => isUnsent),
    ({ name }) => name,
  )
  const commands = createKeptRows(
    () => props.overview.commands,
    ({ id }) => id,
  )
  const files = createKeptRows(
    () => props.overview.files,
    ({ archive, sha256 }) => `${archive} ${sha256}`,
  )
  return (
    <Card title={t('unsynced.title')}>
      <Show when={props.isAway}>
        <Banner kind="info" isQuiet>
          {t('unsynced.away')}
        </Banner>
      </Show>
      <Show when={!isAllThere(props.overview)} fallback={<p>{t('unsynced.none')}</p>}>
        <Show when={documents().length > 0}>
          <h3>{t('unsynced.documents')}</h3>
          <ul class="waiting">
            <For each={documents()}>
              {(document) => (
                <WaitingDocument
                  document={document}
                  title={t(`documents.${documentTitle(document.name, props.account)}`)}
                  entries={props.waitingIn(document.name)}
                />
              )}
            </For>
          </ul>
        </Show>
        <Show when={props.overview.commands.length > 0}>
          <h3>{t('unsynced.commands')}</h3>
          <ul class="waiting">
            <For each={commands()}>
              {(command) => (
                <li>
                  <strong>{w(`settings.command.${command.kind}`)}</strong> <EntryName item={props.entryOf(command)} />{' '}
                  <span class="muted small">
                    {t(command.state === 'refused' ? 'unsynced.refused' : 'unsynced.waiting')} ·{' '}
                    {momentText(command.madeAt, language())}
                  </span>
                </li>
              )}
            </For>
          </ul>
        </Show>
        <Show when={props.overview.files.length > 0}>
          <h3>{t('unsynced.files')}</h3>
          <ul class="waiting">
            <For each={files()}>
              {(file) => (
                <li>
                  <bdi>{file.name}</bdi> <EntryName item={props.entryOf(file)} />{' '}
                  <span class="muted small">
                    {file.state === 'refused'
                      ? t('unsynced.fileRefused')
                      : t('unsynced.file', { percent: Math.floor((100 * file.sent) / Math.max(1, file.size)) })}
                  </span>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Show>
    </Card>
  )
}

function WaitingDocument(props: {
  readonly document: DocumentOverview
  readonly title: string
  readonly entries: readonly Item[]
}): JSX.Element {
  const t = useText(storageWords)
  const isOwn = () => /^(?:archive|private)\//.test(props.document.name)
  return (
    <li>
      <strong>{props.title}</strong> <span class="muted small">{t('unsynced.edits', { n: props.document.edits })}</span>
      <Show
        when={props.entries.length > 0}
        fallback={
          <Show when={isOwn()}>
            <p class="muted small">{t('unsynced.noEntry')}</p>
          </Show>
        }
      >
        <p class="small">{t('unsynced.entries', { n: props.entries.length })}</p>
        <ul class="waiting waiting--entries">
          <For each={props.entries.slice(0, SHOWN)}>
            {(item) => (
              <li>
                <EntryName item={item} />
              </li>
            )}
          </For>
        </ul>
        <Show when={props.entries.length > SHOWN}>
          <p class="muted small">{t('unsynced.more', { n: props.entries.length - SHOWN })}</p>
        </Show>
      </Show>
    </li>
  )
}

function EntryName(props: { readonly item: Item | undefined }): JSX.Element {
  const { say } = useLanguage()
  return (
    <Show when={props.item}>
      {(item) => (
        <A class="waiting__entry" href={pathOf(item())}>
          <bdi>{say(titleOf(item()))}</bdi>
        </A>
      )}
    </Show>
  )
}
