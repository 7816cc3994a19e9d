/** 异议 to a notice: who objected to what and what came of it; recorded by HR, investigated and answered by the lead. */

import type { Notice, Objection } from '@yejibu/shared/case/publicity'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { momentText } from '../archive/today.ts'
import { caseNoticeWords } from '../language/case-notice.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { newId } from '../platform/new-id.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { createKeptRows } from '../ui/kept-rows.ts'
import { TextField } from '../ui/text-field.tsx'
import { useToasts } from '../ui/toasts.tsx'
import type { LineRoom } from './create-line-room.ts'
import type { OpenCase } from './create-open-case.ts'
import { useLineTitle } from './line-list.tsx'
import { isWorded, WordsField } from './words-field.tsx'

export interface ObjectionsProps {
  readonly open: OpenCase
  readonly room: LineRoom
  readonly notice: Notice
  readonly isLead: boolean
}

const TONES = { open: 'warn', upheld: 'bad', dismissed: 'good' } as const

export function Objections(props: ObjectionsProps): JSX.Element {
  const t = useText(caseNoticeWords)
  const { language } = useLanguage()
  const titleOf = useLineTitle()
  const [isAdding, setAdding] = createSignal(false)
  const [answering, setAnswering] = createSignal<Objection | null>(null)
  const all = createKeptRows(
    () => Object.values(props.notice.objections),
    ({ objection }) => objection,
  )
  const who = ({ objector }: Objection) =>
    objector === 'anonymous' ? t('objection.anonymous') : [objector.name, objector.contact].filter(Boolean).join('，')
  const about = ({ about: key }: Objection) => {
    const line = props.room.all().find((one) => one.key === key)
    return line ? titleOf(line.title) : t('objection.whole')
  }
  return (
    <Card
      title={t('objection.title', { n: all().length })}
      aside={
        <Button size="small" onPress={() => setAdding(true)}>
          {t('objection.add')}
        </Button>
      }
    >
      <ul class="case-history">
        <For each={all()} fallback={<li class="muted">{t('objection.none')}</li>}>
          {(one) => (
            <li class="stack stack--tight">
              <div class="row">
                <Badge tone={TONES[one.state]}>{t(`objection.${one.state}`)}</Badge>
                <span>{about(one)}</span>
                <span class="muted small">
                  {t('objection.at', { who: who(one), at: momentText(one.at, language()) })}
                </span>
              </div>
              <p>{one.text}</p>
              <Show
                when={one.state !== 'open' && one}
                fallback={
                  <Show when={props.isLead} fallback={<p class="muted small">{t('objection.leadOnly')}</p>}>
                    <div>
                      <Button size="small" onPress={() => setAnswering(one)}>
                        {t('objection.answerButton')}
                      </Button>
                    </div>
                  </Show>
                }
              >
                {(answered) => <Answered one={answered()} />}
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={isAdding()}>
        <AddObjection {...props} onClose={() => setAdding(false)} />
      </Show>
      <Show when={answering()} keyed>
        {(one) => <AnswerObjection open={props.open} one={one} onClose={() => setAnswering(null)} />}
      </Show>
    </Card>
  )
}

function Answered(props: { readonly one: Objection }): JSX.Element {
  const t = useText(caseNoticeWords)
  return (
    <Show when={props.one.state === 'open' ? null : props.one}>
      {(one) => (
        <>
          <p class="small">{t('objection.found', { text: one().investigation })}</p>
          <p class="small">{t('objection.told', { text: one().answer })}</p>
        </>
      )}
    </Show>
  )
}

function AddObjection(props: ObjectionsProps & { readonly onClose: () => void }): JSX.Element {
  const t = useText(caseNoticeWords)
  const toasts = useToasts()
  const titleOf = useLineTitle()
  const [by, setBy] = createSignal<'named' | 'anonymous'>('named')
  const [name, setName] = createSignal('')
  const [contact, setContact] = createSignal('')
  const [about, setAbout] = createSignal('')
  const [text, setText] = createSignal('')
  const [isTried, setTried] = createSignal(false)
  const id = newId<'command'>()
  const isNamed = () => by() === 'anonymous' || isWorded(name())
  const save = async () => {
    setTried(true)
    if (!isNamed() || !isWorded(text())) return
    const way = contact().trim()
    const objector =
      by() === 'anonymous' ? ('anonymous' as const) : { name: name().trim(), ...(way === '' ? {} : { contact: way }) }
    const line = about() === '' ? null : about()
    const isDone = await props.open.ask('record-objection', {
      objection: id,
      objector,
      about: line,
      text: text().trim(),
    })
    props.onClose()
    if (isDone) toasts.show(t('objection.saved'))
  }
  const lines = () => props.room.all().map(({ key, title }) => ({ value: key, label: titleOf(title) }))
  return (
    <Dialog
      isOpen
      title={t('objection.addTitle')}
      about={t('objection.addAbout')}
      onClose={() => props.onClose()}
      actions={
        <Button look="primary" isBusy={props.open.busy() !== null} onPress={() => void save()}>
          {t('objection.save')}
        </Button>
      }
    >
      <div class="stack">
        <ChoiceField
          label={t('objection.by')}
          form="radio"
          options={[
            { value: 'named', label: t('objection.named') },
            { value: 'anonymous', label: t('objection.anonymous') },
          ]}
          value={by()}
          onChoose={(value) => setBy(value === 'anonymous' ? 'anonymous' : 'named')}
        />
        <Show when={by() === 'named'}>
          <TextField
            label={t('objection.name')}
            isRequired
            value={name()}
            onInput={setName}
            error={isTried() && !isNamed() ? t('objection.nameMissing') : undefined}
          />
          <TextField label={t('objection.contact')} value={contact()} onInput={setContact} />
        </Show>
        <ChoiceField
          label={t('objection.about')}
          form="select"
          options={[{ value: '', label: t('objection.whole') }, ...lines()]}
          value={about()}
          onChoose={setAbout}
        />
        <WordsField
          label={t('objection.text')}
          value={text()}
          onInput={setText}
          isAsked={isTried()}
          missing={t('objection.textMissing')}
        />
      </div>
    </Dialog>
  )
}

type Outcome = 'dismiss' | 'return' | 'reject'

function AnswerObjection(props: {
  readonly open: OpenCase
  readonly one: Objection
  readonly onClose: () => void
}): JSX.Element {
  const t = useText(caseNoticeWords)
  const toasts = useToasts()
  const [outcome, setOutcome] = createSignal<Outcome>('dismiss')
  const [investigation, setInvestigation] = createSignal('')
  const [answer, setAnswer] = createSignal('')
  const [isTried, setTried] = createSignal(false)
  const decide = async () => {
    setTried(true)
    if (!isWorded(investigation()) || !isWorded(answer())) return
    const said = {
      objection: props.one.objection,
      investigation: investigation().trim(),
      answer: answer().trim(),
    }
    const chosen = outcome()
    const isDone =
      chosen === 'dismiss'
        ? await props.open.ask('dismiss-objection', said)
        : await props.open.ask('uphold-objection', { ...said, outcome: chosen })
    props.onClose()
    if (isDone) toasts.show(t('objection.decided'))
  }
  return (
    <Dialog
      isOpen
      title={t('objection.answerTitle')}
      about={props.one.text}
      onClose={() => props.onClose()}
      actions={
        <Button
          look={outcome() === 'dismiss' ? 'primary' : 'danger'}
          isBusy={props.open.busy() !== null}
          onPress={() => void decide()}
        >
          {t('objection.confirm')}
        </Button>
      }
    >
      <div class="stack">
        <WordsField
          label={t('objection.investigation')}
          value={investigation()}
          onInput={setInvestigation}
          isAsked={isTried()}
          missing={t('objection.investigationMissing')}
        />
        <WordsField
          label={t('objection.answer')}
          value={answer()}
          onInput={setAnswer}
          isAsked={isTried()}
          missing={t('objection.answerMissing')}
        />
        <ChoiceField
          label={t('objection.outcome')}
          hint={t('objection.outcomeHint')}
          form="radio"
          options={[
            { value: 'dismiss', label: t('objection.dismissOption') },
            { value: 'return', label: t('objection.returnOption') },
            { value: 'reject', label: t('objection.rejectOption') },
          ]}
          value={outcome()}
          onChoose={(value) => setOutcome(value === 'return' || value === 'reject' ? value : 'dismiss')}
        />
      </div>
    </Dialog>
  )
}
