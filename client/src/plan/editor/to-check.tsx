/** 请核对 beside what was taken over from last year, with the word that it is right. */
import type { PlanPath } from '@yejibu/shared/plan/plan-drafts-doc'
import { type JSX, Show } from 'solid-js'
import { useText } from '../../language/language.tsx'
import { planWords } from '../../language/plan.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { usePlanEdit } from './plan-edit.ts'

export function ToCheck(props: { readonly path: PlanPath }): JSX.Element {
  const t = useText(planWords)
  const edit = usePlanEdit()
  return (
    <Show when={edit.isMarked(props.path)}>
      <Badge tone="warn">{t('edit.toCheck')}</Badge>
      <Button look="quiet" size="small" onPress={() => edit.confirm(props.path)}>
        {t('edit.checked')}
      </Button>
    </Show>
  )
}
