/**
 * What an application consists of, as it is frozen: form, statement, filing, profile, pulled revisions. The preview shows with it what would be
 * frozen, the receipt shows what was; neither looks into the archive.
 */
import type { ApplicationForm } from '@yejibu/shared/application/application-doc'
import type { FrozenFiling } from '@yejibu/shared/application/filing'
import type { RevisionContent } from '@yejibu/shared/archive/revision'
import { SECTION_KEYS } from '@yejibu/shared/archive/section'
import { sectionByKey } from '@yejibu/shared/archive/sections'
import type { AccountId, ItemId } from '@yejibu/shared/kernel/ids'
import { applicationTypeOf, type Plan } from '@yejibu/shared/plan/plan'
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { momentText } from '../archive/today.ts'
import { applicationWords } from '../language/application.ts'
import { useLanguage, useText } from '../language/language.tsx'
import type { EvidenceStore } from '../platform/evidence-store.ts'
import { RevisionFields } from '../review/revision-fields.tsx'
import { Button } from '../ui/button.tsx'
import { entryTitle } from './entry-title.ts'
import { FilingContent } from './filing-content.tsx'
import { itemDate, itemDateKey } from './item-date.ts'
import './application.css'

export interface ShownItem {
  readonly item: ItemId
  readonly content: RevisionContent
  readonly note: string | null
  /** Registered name of the employer that approved it. */
  readonly employer: string
  /** ISO 8601 */
  readonly approvedAt: string
}

export interface SubmissionContentProps {
  /** Names the codes of the form; without it they are shown as they are. */
  readonly plan: Plan | undefined
  readonly form: ApplicationForm
  readonly profile: ShownItem | null
  readonly items: readonly ShownItem[]
  /** Absent in submissions from before there was one. */
  readonly filing: FrozenFiling | undefined
  /** Whose files the filing names. */
  readonly owner: AccountId
  readonly files: Pick<EvidenceStore, 'get'>
  /** All contents open, as for printing. */
  readonly isOpen: boolean
}

export function SubmissionContent(props: SubmissionContentProps): JSX.Element {
  const t = useText(applicationWords)
  const { say } = useLanguage()
  const type = () => props.plan && applicationTypeOf(props.plan, props.form.type)
  const category = () => props.plan?.categories.find(({ code }) => code === props.form.category)?.name
  const point = () => props.plan?.acceptancePoints.find(({ code }) => code === props.form.acceptancePoint)
  const ticks = () => props.form.ticks.map((code) => type()?.ticks.find((tick) => tick.code === code)?.name ?? code)
  const or = (text: string | undefined, code: string) => text ?? (code === '' ? t('frozen.empty') : code)
  const groups = createMemo(() =>
    SECTION_KEYS.map((key) => ({
      key,
      items: newestFirst(props.items.filter(({ content }) => content.part === key)),
    })).filter(({ items }) => items.length > 0),
  )
  const title = (text: string) => <h2 class="frozen__title">{text}</h2>
  const titleOf = (item: ItemId) => {
    const found = props.items.find((one) => one.item === item)
    return found ? say(entryTitle(found.content)) : item
  }
  return (
    <div class="frozen">
      {title(t('frozen.info'))}
      <dl class="facts">
        <dt>{t('info.type')}</dt>
        <dd>{or(type()?.name, props.form.type)}</dd>
        <dt>{t('frozen.ticks')}</dt>
        <dd>{ticks().join(t('whyNot.join')) || t('frozen.noTicks')}</dd>
        <Show when={props.plan?.categories.length !== 0}>
          <dt>{t('info.category')}</dt>
          <dd>{or(category(), props.form.category)}</dd>
        </Show>
        <Show when={props.plan?.acceptancePoints.length !== 0}>
          <dt>{t('info.point')}</dt>
          <dd>
            {or(point() && `${point()?.name}（${point()?.address}，${point()?.phone}）`, props.form.acceptancePoint)}
          </dd>
        </Show>
      </dl>
      {title(t('frozen.statement'))}
      <div class="frozen__statement">{props.form.statement.trim() || t('frozen.empty')}</div>
      <Show when={props.filing}>
        {(filing) => (
          <FilingContent
            plan={props.plan}
            filing={filing()}
            owner={props.owner}
            files={props.files}
            titleOf={titleOf}
            title={title}
          />
        )}
      </Show>
      {title(t('frozen.profile'))}
      <Show when={props.profile} fallback={<p>{t('gates.profileClosed')}</p>}>
        {(profile) => (
          <ul class="frozen__items">
            <Line item={profile()} isOpen={props.isOpen} />
          </ul>
        )}
      </Show>
      <For each={groups()} fallback={<p>{t('frozen.none')}</p>}>
        {(group) => (
          <>
            {title(`${say(sectionByKey(group.key).label)}（${group.items.length}）`)}
            <ul class="frozen__items">
              <For each={group.items}>{(item) => <Line item={item} isOpen={props.isOpen} />}</For>
            </ul>
          </>
        )}
      </For>
    </div>
  )
}

function Line(props: { readonly item: ShownItem; readonly isOpen: boolean }): JSX.Element {
  const t = useText(applicationWords)
  const { say, language } = useLanguage()
  const [isOpenHere, setOpenHere] = createSignal(false)
  const isOpen = () => props.isOpen || isOpenHere()
  const name = () => {
    const { content } = props.item
    return content.part === 'profile' ? (content.fields.fullName ?? say(entryTitle(content))) : say(entryTitle(content))
  }
  const date = () => {
    const known = itemDate(props.item.content)
    return known ? say(known) : ''
  }
  return (
    <li class="frozen__item">
      <div class="row row--between">
        <span>{name()}</span>
        <span class="row">
          <span class="small muted nowrap">{date()}</span>
          <Button
            look="quiet"
            size="small"
            label={`${t(isOpen() ? 'frozen.hide' : 'frozen.details')} ${name()}`}
            isPressed={isOpen()}
            onPress={() => setOpenHere(!isOpenHere())}
          >
            {t(isOpen() ? 'frozen.hide' : 'frozen.details')}
          </Button>
        </span>
      </div>
      <Show when={props.item.note}>{(note) => <p>{t('frozen.note', { note: note() })}</p>}</Show>
      <Show when={isOpen()}>
        <p class="small muted">
          {t('frozen.approved', {
            employer: props.item.employer,
            at: momentText(props.item.approvedAt, language()),
          })}
          {t('frozen.files', { n: props.item.content.evidence.length })}
        </p>
        <RevisionFields content={props.item.content} base={null} onlyChanged={false} />
      </Show>
    </li>
  )
}

function newestFirst(items: readonly ShownItem[]): readonly ShownItem[] {
  return [...items].sort((a, b) => (itemDateKey(a.content) < itemDateKey(b.content) ? 1 : -1))
}
