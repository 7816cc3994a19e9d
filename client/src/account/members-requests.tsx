/** Who asks to join, to be answered, and who was invited and has not answered. Declining needs a reason that the person will read. */
import type { OrgId } from '@yejibu/shared/kernel/ids'
import type { JoiningView } from '@yejibu/shared/wire/membership'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { employerWords } from '../language/employer.ts'
import { useLanguage, useText } from '../language/language.tsx'
import type { ApiResult } from '../platform/api.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { createKeptRows } from '../ui/kept-rows.ts'
import { ProseField } from '../ui/prose-field.tsx'
import type { EmployerAsking } from './employer-asking.ts'
import { momentOf } from './employer-moment.ts'

export interface MembersRequestsProps {
  readonly org: OrgId
  readonly joinings: readonly JoiningView[]
  readonly asking: EmployerAsking
  readonly onSettled: (answer: ApiResult<true>, done: string) => Promise<boolean>
}

export function MembersRequests(props: MembersRequestsProps): JSX.Element {
  const t = useText(employerWords)
  const { language } = useLanguage()
  const joinings = createKeptRows(
    () => props.joinings,
    ({ account, by }) => `${by} ${account}`,
  )
  const [declining, setDeclining] = createSignal<JoiningView | null>(null)
  const accept = async ({ account, name }: JoiningView) =>
    props.onSettled(
      await props.asking.ask('accept-joining', { org: props.org, account }),
      t('members.accepted', { name }),
    )
  const cancel = async ({ account, name }: JoiningView) => {
    const answer = await props.asking.ask('close-joining', { org: props.org, account, reason: null })
    await props.onSettled(answer, t('members.cancelled', { name }))
  }
  const decline = async ({ account, name }: JoiningView, reason: string) => {
    const answer = await props.asking.ask('close-joining', { org: props.org, account, reason })
    setDeclining(null)
    await props.onSettled(answer, t('members.declined', { name }))
  }
  return (
    <Card title={t('members.requests')}>
      <Show
        when={props.joinings.length > 0}
        fallback={<EmptyState title={t('members.noRequests')}>{t('members.noRequestsBody')}</EmptyState>}
      >
        <ul class="employer-rows">
          <For each={joinings()}>
            {(joining) => (
              <li class="employer-row">
                <span class="row">
                  <strong>{joining.name}</strong>
                  <span class="muted small">{joining.username}</span>
                  <span class="muted small">{momentOf(joining.at, language())}</span>
                </span>
                <Show
                  when={joining.by === 'person'}
                  fallback={
                    <span class="row">
                      <Badge tone="info" mark="clock">
                        {t('members.invited')}
                      </Badge>
                      <Button
                        size="small"
                        label={`${t('members.cancelInvitation')} ${joining.name}`}
                        isBusy={props.asking.isBusy()}
                        onPress={() => void cancel(joining)}
                      >
                        {t('members.cancelInvitation')}
                      </Button>
                    </span>
                  }
                >
                  <span class="row">
                    <Button
                      size="small"
                      label={`${t('members.decline')} ${joining.name}`}
                      onPress={() => setDeclining(joining)}
                    >
                      {t('members.decline')}
                    </Button>
                    <Button
                      size="small"
                      look="primary"
                      label={`${t('members.accept')} ${joining.name}`}
                      isBusy={props.asking.isBusy()}
                      onPress={() => void accept(joining)}
                    >
                      {t('members.accept')}
                    </Button>
                  </span>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={declining()} keyed>
        {(joining) => (
          <ReasonDialog
            title={t('members.declineTitle', { name: joining.name })}
            confirm={t('members.decline')}
            isBusy={props.asking.isBusy()}
            onClose={() => setDeclining(null)}
            onConfirm={(reason) => void decline(joining, reason)}
          />
        )}
      </Show>
    </Card>
  )
}

export interface ReasonDialogProps {
  readonly title: string
  readonly hint?: string
  readonly confirm: string
  readonly isBusy: boolean
  readonly onClose: () => void
  readonly onConfirm: (reason: string) => void
}

/** A "no" with its reason (V-REASON). */
export function ReasonDialog(props: ReasonDialogProps): JSX.Element {
  const t = useText(employerWords)
  const [reason, setReason] = createSignal('')
  const [wasTried, setTried] = createSignal(false)
  const isGood = () => {
    const count = [...reason().trim()].length
    return count >= 2 && count <= 500
  }
  const confirm = () => {
    setTried(true)
    if (isGood()) props.onConfirm(reason().trim())
  }
  return (
    <Dialog
      isOpen
      title={props.title}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={() => props.onClose()}>{t('cancel')}</Button>
          <Button look="danger" isBusy={props.isBusy} onPress={confirm}>
            {props.confirm}
          </Button>
        </>
      }
    >
      <ProseField
        label={t('members.declineReason')}
        hint={props.hint ?? t('members.declineHint')}
        isRequired
        value={reason()}
        onInput={setReason}
        maxChars={500}
        rows={3}
        error={wasTried() && !isGood() ? t('members.declineMissing') : undefined}
      />
    </Dialog>
  )
}
