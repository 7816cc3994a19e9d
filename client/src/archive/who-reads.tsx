/**
 * Who can read this entry, said plainly, and the way to keep it to oneself or to show it. What was ever sent stays with the employer:
 * it cannot be made private any more.
 */

import { useNavigate } from '@solidjs/router'
import type { Item } from '@yejibu/shared/archive/item'
import type { Digest } from '@yejibu/shared/archive/revision'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import Eye from 'lucide-solid/icons/eye'
import EyeOff from 'lucide-solid/icons/eye-off'
import { createSignal, type JSX, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { archiveWords } from '../language/archive.ts'
import { useText } from '../language/language.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useToasts } from '../ui/toasts.tsx'
import { isBlank, pathOf } from './item-line.ts'
import type { OwnArchive } from './own-archive.tsx'

export interface WhoReadsProps {
  readonly archive: OwnArchive
  readonly item: Item
}

export function WhoReads(props: WhoReadsProps): JSX.Element {
  const t = useText(archiveWords)
  const toasts = useToasts()
  const navigate = useNavigate()
  const [isBusy, setBusy] = createSignal(false)
  const [hasFailed, setFailed] = createSignal(false)
  const isPrivate = () => props.archive.privacy.isPrivate(props.item.id)
  /** Nobody was asked about it: it may still be taken out of the employer's sight. */
  const mayHide = () =>
    props.item.part !== 'profile' &&
    props.archive.facts.reviewOfArchive(props.archive.id).items[props.item.id] === undefined &&
    props.archive.sending.underWay(props.item.id) === undefined
  /** Sent by one device while another, which had not heard of it, made it private: the employer keeps what was sent. */
  const sentBefore = () => {
    if (!isPrivate()) return undefined
    const reviews = props.archive.facts.reviewOfArchive(props.archive.id).items
    for (const id of props.archive.privacy.formerIds(props.item.id)) {
      const review = reviews[id]
      if (review?.sent || review?.approved) {
        const isAsked = props.archive.sending.underWay(id)?.kind === 'withdraw-revision'
        const waiting = isAsked ? undefined : review.sent?.digest
        return {
          id,
          waiting,
          employer: review.approved?.employer.name ?? props.archive.employer ?? '',
        }
      }
    }
    return undefined
  }
  const withdraw = async (id: ItemId, digest: Digest) => {
    setFailed(false)
    await props.archive.sending.withdraw(id, digest).catch(() => setFailed(true))
  }
  const about = () => {
    if (isPrivate()) return t('privacy.hidden')
    if (props.archive.employer === null) return t('privacy.noEmployer')
    return t(mayHide() ? 'privacy.shown' : 'privacy.sent', { employer: props.archive.employer })
  }
  const move = async () => {
    setBusy(true)
    setFailed(false)
    try {
      const wasPrivate = isPrivate()
      const wasBlank = isBlank(props.item)
      const next = await props.archive.privacy.move(props.item)
      if (next === undefined) return
      if (!wasBlank) toasts.show(t(wasPrivate ? 'privacy.nowShown' : 'privacy.nowHidden'))
      else toasts.announce(t(wasPrivate ? 'privacy.nowShown' : 'privacy.nowHidden'))
      navigate(pathOf({ part: props.item.part, id: next }), { replace: true, state: { keepsFocus: true } })
    } catch {
      setFailed(true)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card title={t('privacy.title')}>
      <p class="who-reads">
        <Dynamic component={isPrivate() ? EyeOff : Eye} size={16} aria-hidden="true" />
        <span>{about()}</span>
      </p>
      <Show when={sentBefore()}>
        {(sent) => (
          <Banner
            kind="warning"
            title={t('privacy.sentMeanwhile')}
            actions={
              <Show when={sent().waiting}>
                {(digest) => (
                  <Button size="small" onPress={() => void withdraw(sent().id, digest())}>
                    {t('privacy.withdrawSent')}
                  </Button>
                )}
              </Show>
            }
          >
            {t('privacy.sentMeanwhileAbout', { employer: sent().employer })}
          </Banner>
        )}
      </Show>
      <Show when={hasFailed()}>
        <Banner kind="error">{t('privacy.failed')}</Banner>
      </Show>
      <Show when={isPrivate() || mayHide()}>
        <div class="no-print">
          <Button isBusy={isBusy()} onPress={() => void move()}>
            {t(isPrivate() ? 'privacy.show' : 'privacy.hide')}
          </Button>
        </div>
        <p class="muted small">{t(isPrivate() ? 'privacy.showAbout' : 'privacy.hideAbout')}</p>
      </Show>
    </Card>
  )
}
