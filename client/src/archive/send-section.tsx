/** 本栏全部提交: everything of one section that is ready goes to the employer; what stays is named with the reason. */
import type { Item } from '@yejibu/shared/archive/item'
import { isError } from '@yejibu/shared/archive/problem'
import { isSalt } from '@yejibu/shared/archive/revision'
import type { Section } from '@yejibu/shared/archive/section'
import { createMemo, createSignal, type JSX, Show } from 'solid-js'
import { archiveWords } from '../language/archive.ts'
import { listWords } from '../language/archive-list.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { Button } from '../ui/button.tsx'
import { problemsOfSection } from './entry-problems.ts'
import type { OwnArchive } from './own-archive.tsx'
import { SendAllDialog } from './send-all-dialog.tsx'
import { planSending, type SendPlan } from './send-plan.ts'

export interface SendSectionProps {
  readonly archive: OwnArchive
  readonly section: Section
  /** All of the section. */
  readonly items: readonly Item[]
}

export function SendSection(props: SendSectionProps): JSX.Element {
  const t = useText(archiveWords)
  const list = useText(listWords)
  const { say } = useLanguage()
  const [isAsking, setAsking] = createSignal(false)
  const { view, sending, privacy, employer, today } = props.archive
  const needsWork = createMemo(() =>
    props.items.some(({ id }) => {
      const { kind } = view.standing(id)
      return kind !== 'waiting' && kind !== 'approved' && sending.underWay(id)?.kind !== 'send-revision'
    }),
  )
  /** Worked out when it is asked for: a section may hold thousands of entries. */
  const plan = createMemo((): SendPlan => {
    if (!isAsking()) return { ready: [], leftOut: [] }
    const problems = problemsOfSection(props.items, today)
    return planSending(props.items, {
      standing: (id) => view.standing(id),
      errors: (id) => problems.get(id)?.filter(isError).length ?? 0,
      isPrivate: (id) => privacy.isPrivate(id),
      hasDigest: ({ salt }) => isSalt(salt),
      isUnderWay: (id) => sending.underWay(id)?.kind === 'send-revision',
    })
  })
  const whyNot = () => {
    if (employer === null) return t('panel.noEmployer')
    return needsWork() ? undefined : t('sendAll.nothing')
  }
  return (
    <>
      <Button whyNot={whyNot()} onPress={() => setAsking(true)}>
        {list('send')}
      </Button>
      <Show when={employer}>
        {(name) => (
          <SendAllDialog
            isOpen={isAsking()}
            onClose={() => setAsking(false)}
            title={list('sendTitle', { section: say(props.section.label) })}
            plan={plan()}
            employer={name()}
            sending={sending}
          />
        )}
      </Show>
    </>
  )
}
