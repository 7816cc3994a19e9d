/** The sixteen sections, the mandatory ones before all, else in their order: how many entries, how they stand, where they are saved. */
import { A } from '@solidjs/router'
import type { Item } from '@yejibu/shared/archive/item'
import type { Section } from '@yejibu/shared/archive/section'
import { SECTIONS } from '@yejibu/shared/archive/sections'
import { createMemo, For, type JSX, Show } from 'solid-js'
import { archiveWords } from '../language/archive.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { Badge } from '../ui/badge.tsx'
import { Card } from '../ui/card.tsx'
import type { AllWhereabouts } from './create-whereabouts.ts'
import { useListKeys } from './list-keys.ts'
import type { OwnArchive } from './own-archive.tsx'
import { STANDING_KINDS, StandingBadge } from './standing-badge.tsx'

const MANDATORY_FIRST = [...SECTIONS].sort((a, b) => Number(b.isMandatory) - Number(a.isMandatory))

export interface SectionTableProps {
  readonly archive: OwnArchive
  readonly whereabouts: Pick<AllWhereabouts, 'of'>
}

export function SectionTable(props: SectionTableProps): JSX.Element {
  const t = useText(archiveWords)
  useListKeys({ rowSelector: '[data-row]' })
  const bySection = createMemo(() => {
    const parts = new Map<string, Item[]>()
    for (const item of props.archive.view.items()) {
      const list = parts.get(item.part)
      if (list) list.push(item)
      else parts.set(item.part, [item])
    }
    return parts
  })
  return (
    <Card title={t('overview.sections')} isFlush>
      <ul class="sections" aria-label={t('overview.sections')}>
        <For each={MANDATORY_FIRST}>
          {(section) => (
            <Row
              archive={props.archive}
              whereabouts={props.whereabouts}
              section={section}
              items={bySection().get(section.key) ?? []}
            />
          )}
        </For>
      </ul>
    </Card>
  )
}

interface RowProps {
  readonly archive: OwnArchive
  readonly whereabouts: Pick<AllWhereabouts, 'of'>
  readonly section: Section
  readonly items: readonly Item[]
}

function Row(props: RowProps): JSX.Element {
  const t = useText(archiveWords)
  const { say } = useLanguage()
  const counts = createMemo(() => {
    const found = new Map<string, number>()
    for (const { id } of props.items) {
      const { kind } = props.archive.view.standing(id)
      found.set(kind, (found.get(kind) ?? 0) + 1)
    }
    return STANDING_KINDS.flatMap((kind) => {
      const count = found.get(kind)
      return count === undefined ? [] : [{ kind, count }]
    })
  })
  const onDevice = () => props.items.filter((item) => (props.whereabouts.of(item) ?? 'in-relay') !== 'in-relay').length
  return (
    <li class="sections__row" classList={{ 'sections__row--empty': props.items.length === 0 }}>
      <span class="sections__number" aria-hidden="true">
        {props.section.number}
      </span>
      <span class="sections__name">
        <A href={`/archive/${props.section.key}`} data-row>
          {say(props.section.label)}
        </A>
        <Show when={props.section.isMandatory}>
          <Badge tone={props.items.length === 0 ? 'warn' : 'plain'} title={t('section.mandatoryAbout')}>
            {t('section.mandatory')}
          </Badge>
        </Show>
      </span>
      <span class="sections__count">
        {props.items.length === 0 ? t('overview.none') : t('section.count', { n: props.items.length })}
      </span>
      <span class="sections__standings">
        <For each={counts()}>{({ kind, count }) => <StandingBadge kind={kind} count={count} />}</For>
      </span>
      <span class="sections__saved muted small">
        <Show when={onDevice() > 0}>{t('overview.savedOnDevice', { n: onDevice() })}</Show>
      </span>
    </li>
  )
}
