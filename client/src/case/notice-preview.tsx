/** Exactly what a notice posts, in words: the content is the rule's own (`notice-content.ts`), nothing is added to it here. */

import type { Part } from '@yejibu/shared/archive/item'
import { PROFILE } from '@yejibu/shared/archive/profile'
import { fieldsOf } from '@yejibu/shared/archive/revision'
import { sectionByKey } from '@yejibu/shared/archive/sections'
import type { NoticeContent, NoticeEntry } from '@yejibu/shared/case/notice-content'
import { applicationTypeOf, type Plan } from '@yejibu/shared/plan/plan'
import { For, type JSX, Show } from 'solid-js'
import { valueText } from '../archive/value-text.ts'
import { caseNoticeWords } from '../language/case-notice.ts'
import { useLanguage, useText } from '../language/language.tsx'

export function NoticePreview(props: {
  readonly content: NoticeContent
  readonly plan: Plan | undefined
}): JSX.Element {
  const t = useText(caseNoticeWords)
  const { say } = useLanguage()
  const fieldOf = (part: Part, name: string) => fieldsOf(part).find((field) => field.name === name)
  const labelOf = (part: Part, name: string) => {
    const field = fieldOf(part, name)
    return field ? say(field.label) : name
  }
  const textOf = (part: Part, name: string, value: string) => {
    const field = fieldOf(part, name)
    return field ? say(valueText(field, value === '' ? null : value)) : value
  }
  const type = () => (props.plan && applicationTypeOf(props.plan, props.content.type)?.name) ?? props.content.type
  const category = () =>
    props.plan?.categories.find(({ code }) => code === props.content.category)?.name ?? props.content.category
  const person = () => Object.entries(props.content.person).filter(([, value]) => value !== '')
  const line = (entry: NoticeEntry) => {
    const place = entry.part === 'profile' ? say(PROFILE.label) : say(sectionByKey(entry.part).label)
    const shown = Object.entries(entry.shown).map(
      ([name, value]) => `${labelOf(entry.part, name)}：${textOf(entry.part, name, value)}`,
    )
    const month = entry.date.length === 6 ? `${entry.date.slice(0, 4)}.${entry.date.slice(4)}` : entry.date
    return [place, entry.title, month, ...shown].filter((text) => text !== '').join(' · ')
  }
  return (
    <section aria-label={t('content.caption')} class="stack stack--tight notice-preview">
      <dl class="facts">
        <dt>{t('content.employer')}</dt>
        <dd>{props.content.employer}</dd>
        <dt>{t('content.plan')}</dt>
        <dd>{props.content.plan}</dd>
        <dt>{t('content.type')}</dt>
        <dd>{type()}</dd>
        <Show when={props.content.category !== ''}>
          <dt>{t('content.category')}</dt>
          <dd>{category()}</dd>
        </Show>
        <For each={person()}>
          {([name, value]) => (
            <>
              <dt>{labelOf('profile', name)}</dt>
              <dd>{textOf('profile', name, value)}</dd>
            </>
          )}
        </For>
        <dt>{t('content.birthYear')}</dt>
        <dd>{t('content.year', { year: props.content.birthYear })}</dd>
      </dl>
      <h3>{t('content.entries', { n: props.content.entries.length })}</h3>
      <ul class="notice-preview__entries">
        <For each={props.content.entries} fallback={<li>{t('content.none')}</li>}>
          {(entry) => <li>{line(entry)}</li>}
        </For>
      </ul>
    </section>
  )
}
