/**
 * Beside an entry's form: how it stands, the employer's last word, what changed since the approval, and the one thing to do
 * next. Sending and taking back go through the outbox: offline they wait as 待发 and go out in order.
 */

import { useNavigate } from '@solidjs/router'
import type { Item } from '@yejibu/shared/archive/item'
import { isError, type Problem } from '@yejibu/shared/archive/problem'
import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { archiveWords } from '../language/archive.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { differenceOf, isSame } from './difference.ts'
import { DifferenceTable } from './difference-table.tsx'
import type { Said } from './history.ts'
import { HistoryList } from './history-list.tsx'
import { isBlank, pathOf } from './item-line.ts'
import type { OwnArchive } from './own-archive.tsx'
import { ProblemSummary } from './problem-summary.tsx'
import { RefusedCommand } from './refused-command.tsx'
import { type Standing, StandingBadge } from './standing-badge.tsx'
import { momentText } from './today.ts'

export interface StandingPanelProps {
  readonly archive: OwnArchive
  readonly item: Item
  readonly problems: readonly Problem[]
  /** Sending was tried while something is wrong: the form is to say all of it. */
  readonly onTried: () => void
}

export function StandingPanel(props: StandingPanelProps): JSX.Element {
  const t = useText(archiveWords)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const [hasFailed, setFailed] = createSignal(false)
  const isPrivate = () => props.archive.privacy.isPrivate(props.item.id)
  let heading: HTMLHeadingElement | undefined
  const standing = (): Standing => props.archive.view.standing(props.item.id)
  const underWay = () => props.archive.sending.underWay(props.item.id)
  const refused = () => props.archive.sending.refused(props.item.id)
  const review = () => props.archive.facts.reviewOfArchive(props.archive.id).items[props.item.id]
  const lastWord = () => lastWordOf(standing())
  const difference = () => {
    const now = standing()
    if (now.kind === 'approved' || !('approved' in now) || now.approved === null) return undefined
    const found = differenceOf(now.approved.content, props.item)
    return isSame(found) ? undefined : { since: now.approved.at, found }
  }
  const sentDigest = () => {
    const now = standing()
    return now.kind === 'waiting' || now.kind === 'edited-while-waiting' ? review()?.sent?.digest : undefined
  }
  const mayAsk = () => ['draft', 'edited-after-approval', 'edited-while-waiting'].includes(standing().kind)
  const isFaulty = () => props.problems.some(isError)
  const whyNot = () => {
    // A profile without a word in it has no salt yet; that is no loss.
    if (!isBlank(props.item) && props.archive.view.digest(props.item.id) === null) return t('panel.saltLost')
    return props.archive.employer === null ? t('panel.noEmployer') : undefined
  }

  const attempt = async (work: () => Promise<unknown>) => {
    setFailed(false)
    await work().catch(() => setFailed(true))
  }
  const send = () => {
    if (isFaulty()) {
      props.onTried()
      heading?.focus()
      return
    }
    void attempt(isPrivate() ? showAndSend : () => props.archive.sending.send(props.item))
  }
  /** What was kept private goes into the archive first: the employer reviews what stands there. */
  const showAndSend = async () => {
    const { privacy, sending, view } = props.archive
    const next = await privacy.move(props.item)
    const moved = next && view.item(next)
    if (!moved) return
    await sending.send(moved)
    navigate(pathOf(moved), { replace: true, state: { keepsFocus: true } })
  }
  onMount(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return
      if (!mayAsk() || underWay() || whyNot() || document.querySelector('[role="dialog"], [role="alertdialog"]')) return
      event.preventDefault()
      // The field that is being written gives its value the one spelling when it is left.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      send()
    }
    window.addEventListener('keydown', onKey)
    onCleanup(() => window.removeEventListener('keydown', onKey))
  })
  const withdraw = () => {
    const digest = sentDigest()
    if (digest !== undefined) void attempt(() => props.archive.sending.withdraw(props.item.id, digest))
  }
  return (
    <Card title={t('panel.title')} aside={<StandingBadge kind={standing().kind} />}>
      <p class="small">{t(`standingAbout.${standing().kind}`)}</p>
      <Show when={lastWord()}>
        {(word) => (
          <blockquote class="last-word">
            <p class="last-word__reason">{word().reason}</p>
            <footer>
              {word().employer}
              {props.archive.names.of(word().by) === undefined ? '' : ` · ${props.archive.names.of(word().by)}`} ·{' '}
              {momentText(word().at, language())}
            </footer>
          </blockquote>
        )}
      </Show>
      <Show when={underWay()}>
        {(entry) => (
          <Banner kind="info" title={t('panel.underWay')}>
            {t(entry().kind === 'withdraw-revision' ? 'panel.withdrawUnderWay' : 'panel.sendUnderWay')}
          </Banner>
        )}
      </Show>
      <Show when={refused()}>{(entry) => <RefusedCommand entry={entry()} sending={props.archive.sending} />}</Show>
      <Show when={hasFailed()}>
        <Banner kind="error">{t('panel.failed')}</Banner>
      </Show>
      <Show when={!underWay()}>
        <div class="row no-print">
          <Show when={mayAsk()}>
            <Button look="primary" whyNot={whyNot()} onPress={send}>
              {t(isPrivate() ? 'panel.showAndSend' : 'panel.send')}
            </Button>
          </Show>
          <Show when={sentDigest()}>
            <Button onPress={withdraw}>{t('panel.withdraw')}</Button>
          </Show>
        </div>
      </Show>
      <Show when={mayAsk()}>
        <ProblemSummary
          part={props.item.part}
          problems={props.problems}
          headingRef={(element) => {
            heading = element
          }}
        />
      </Show>
      <Show when={difference()}>
        {(known) => (
          <section class="stack stack--tight">
            <h3>{t('difference.title', { at: momentText(known().since, language()) })}</h3>
            <DifferenceTable
              difference={known().found}
              nameOf={(sha256) => props.item.evidence.find((file) => file.sha256 === sha256)?.name}
            />
          </section>
        )}
      </Show>
      <HistoryList review={review()} nameOf={(account) => props.archive.names.of(account)} />
    </Card>
  )
}

interface LastWord {
  readonly reason: string
  readonly at: string
  readonly employer: string
  readonly by: Said['by']
}

/** What the employer last said that the owner must read: a return, a rejection, a revocation. */
function lastWordOf(standing: Standing): LastWord | undefined {
  const word =
    standing.kind === 'returned' || standing.kind === 'rejected'
      ? standing.ruling
      : standing.kind === 'draft' || standing.kind === 'edited-after-approval'
        ? standing.last
        : null
  if (word === null || word.reason === null || word.verdict === 'approved') return undefined
  return { reason: word.reason, at: word.at, employer: word.employer.name, by: word.by }
}
