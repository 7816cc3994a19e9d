/** 逐条逐项: the lines of a submission, the chosen one with its evidence, and what is found of it. Read alone where it is not this person's turn. */
import { isReason, REASON_CHARS } from '@yejibu/shared/review/reason'
import { createEffect, createSignal, type JSX, on, Show } from 'solid-js'
import { momentText } from '../archive/today.ts'
import { casesWords } from '../language/cases.ts'
import { useLanguage, useText } from '../language/language.tsx'
import type { EvidenceStore } from '../platform/evidence-store.ts'
import { createPageKeys, pageKeysAreOn } from '../review/page-keys.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { countCharacters } from '../ui/count-characters.ts'
import { ProseField } from '../ui/prose-field.tsx'
import type { LineRoom } from './create-line-room.ts'
import type { OpenCase } from './create-open-case.ts'
import { LineContent } from './line-content.tsx'
import { LineList, LineVerdict, useLineTitle } from './line-list.tsx'
import '../review/review.css'

export interface LineDeskProps {
  readonly room: LineRoom
  readonly open: OpenCase
  readonly files: Pick<EvidenceStore, 'get'>
  /** It is this person's turn to say right or wrong. */
  readonly mayCheck: boolean
  readonly nameOf: (account: string) => string
  /** Below the line: what follows from all of them. */
  readonly children?: JSX.Element | undefined
}

export function LineDesk(props: LineDeskProps): JSX.Element {
  const t = useText(casesWords)
  const titleOf = useLineTitle()
  const { say } = useLanguage()
  let heading: HTMLHeadingElement | undefined
  const [isWrong, setWrong] = createSignal(false)
  /** An expert judges by herself: she is not told what the employer found, and “unchecked” would be wrong. */
  const isFound = () => props.open.reader() !== 'expert'
  const check = async () => {
    const line = props.room.shown()
    if (!line || !props.mayCheck || props.open.busy() !== null) return
    if (await props.room.find(line, null)) props.room.toNextUnchecked()
  }
  createPageKeys({
    j: () => props.room.step(1),
    k: () => props.room.step(-1),
    a: () => void check(),
    r: () => props.mayCheck && setWrong(true),
    e: () => props.room.look(props.room.file() + 1),
  })
  createEffect(
    on(
      () => props.room.shown()?.key,
      () => {
        setWrong(false)
        heading?.focus({ preventScroll: true })
      },
      { defer: true },
    ),
  )
  return (
    <div class="stack">
      <Show when={props.room.before() !== null}>
        <div class="row row--between">
          <span role="status">
            {props.room.changes() === 0 && props.room.gone().length === 0
              ? t('line.nothingChanged')
              : t('line.changedSince', { n: props.room.changes() })}
            <Show when={props.room.gone().length > 0}>
              {' '}
              {t('line.removed', {
                names: props.room
                  .gone()
                  .map(({ title }) => titleOf(title))
                  .join('、'),
              })}
            </Show>
          </span>
          <Show when={props.room.changes() > 0}>
            <Checkbox
              label={t('line.listOnly')}
              isChecked={props.room.onlyChanged()}
              onChange={(on) => props.room.showOnlyChanged(on)}
            />
          </Show>
        </div>
      </Show>
      <div class="review-desk">
        <div class="review-desk__list">
          <LineList room={props.room} isFound={isFound()} />
        </div>
        <Show when={props.room.shown()} keyed>
          {(line) => (
            <article class="review-desk__content stack" aria-labelledby="case-line">
              <div class="review-head">
                <div>
                  <Show when={line.place}>{(place) => <p class="muted small">{say(place())}</p>}</Show>
                  <h2
                    id="case-line"
                    tabIndex={-1}
                    ref={(element) => {
                      heading = element
                    }}
                  >
                    {titleOf(line.title)}
                  </h2>
                </div>
                <Show when={isFound()}>
                  <LineVerdict verdict={props.room.checkOf(line.key)?.verdict} />
                </Show>
              </div>
              <Show when={props.room.submission()}>
                {(submission) => (
                  <LineContent
                    line={line}
                    submission={submission()}
                    before={props.room.before()}
                    plan={props.open.plan()}
                    files={props.files}
                    at={props.room.file()}
                    onLook={(at) => props.room.look(at)}
                  />
                )}
              </Show>
            </article>
          )}
        </Show>
        <aside
          class="review-desk__side stack"
          classList={{ 'review-desk__side--still': !props.mayCheck }}
          aria-label={t('check.title')}
        >
          <Show when={isFound()}>
            <LineCheckPanel {...props} isWrong={isWrong()} onWrong={setWrong} onRight={() => void check()} />
          </Show>
          {props.children}
        </aside>
      </div>
    </div>
  )
}

interface LineCheckPanelProps extends LineDeskProps {
  readonly isWrong: boolean
  readonly onWrong: (isWrong: boolean) => void
  readonly onRight: () => void
}

function LineCheckPanel(props: LineCheckPanelProps): JSX.Element {
  const t = useText(casesWords)
  const { language } = useLanguage()
  const [remark, setRemark] = createSignal('')
  const [isAsked, setAsked] = createSignal(false)
  let field: HTMLTextAreaElement | undefined
  const line = () => props.room.shown()
  const found = () => {
    const shown = line()
    return shown && props.room.checkOf(shown.key)
  }
  // What was begun for another line is not said of this one.
  createEffect(
    on(
      () => line()?.key,
      () => {
        setRemark(found()?.remark ?? '')
        setAsked(false)
      },
    ),
  )
  createEffect(() => {
    if (props.isWrong) field?.focus()
  })
  const save = async () => {
    const shown = line()
    setAsked(true)
    if (!shown || !isReason(remark().trim())) {
      field?.focus()
      return
    }
    if (await props.room.find(shown, remark().trim())) {
      props.onWrong(false)
      props.room.toNextUnchecked()
    }
  }
  const isBusy = () => props.open.busy() === 'check-lines'
  return (
    <section class="stack stack--tight" aria-label={t('check.title')}>
      <p class="small" role="status">
        {t('check.done', {
          done: props.room.all().length - props.room.unchecked().length,
          all: props.room.all().length,
          wrong: props.room.wrong().length,
        })}
      </p>
      <Show when={found()}>
        {(check) => (
          <>
            <p class="muted small">
              {t('check.by', { name: props.nameOf(check().by), at: momentText(check().at, language()) })}
            </p>
            <Show when={check().remark}>{(text) => <p class="case-remark">{text()}</p>}</Show>
          </>
        )}
      </Show>
      <Show when={props.mayCheck}>
        <div class="row review-verdicts">
          <Button
            isPressed={found()?.verdict === 'right'}
            isBusy={isBusy() && !props.isWrong}
            onPress={() => props.onRight()}
          >
            {t('check.right')}
          </Button>
          <Button
            isPressed={props.isWrong || found()?.verdict === 'wrong'}
            onPress={() => props.onWrong(!props.isWrong)}
          >
            {t('check.wrong')}
          </Button>
          <Show when={props.room.unchecked().length > 0}>
            <Button look="quiet" onPress={() => props.room.toNextUnchecked()}>
              {t('check.next')}
            </Button>
          </Show>
        </div>
        <Show when={props.isWrong}>
          <ProseField
            label={t('check.remark')}
            hint={t('check.remarkHint')}
            isRequired
            value={remark()}
            onInput={setRemark}
            maxChars={REASON_CHARS.max}
            count={countCharacters(remark().trim())}
            error={isAsked() && !isReason(remark().trim()) ? t('check.remarkMissing') : undefined}
            ref={(control) => {
              field = control
            }}
          />
          <Button look="primary" isBusy={isBusy()} onPress={() => void save()}>
            {t('check.save')}
          </Button>
        </Show>
        <Show when={pageKeysAreOn()}>
          <p class="muted small review-keys-hint">{t('check.keys')}</p>
        </Show>
      </Show>
    </section>
  )
}
