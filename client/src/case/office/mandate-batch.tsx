/** 评审委托书 for many at once: one letter, its words typed once, each person's case decided by itself. */

import { dayInShanghai } from '@yejibu/shared/kernel/working-days'
import type { Plan } from '@yejibu/shared/plan/plan'
import type { CaseRow } from '@yejibu/shared/wire/cases'
import { createSignal, type JSX, Show } from 'solid-js'
import { useText } from '../../language/language.tsx'
import { officeCasesWords } from '../../language/office-cases.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CaseNames } from './case-names.tsx'
import type { Batch } from './create-batch.ts'
import { LETTER_FIELDS, letterIn, newLetter } from './letter.ts'
import { problemOf, type Values } from './office-fields.ts'
import { StepFields } from './step-fields.tsx'

export interface MandateBatchProps {
  readonly picked: readonly CaseRow[]
  readonly plans: readonly Plan[]
  readonly now: Date
  readonly batch: Batch
  /** Told when every row has its answer. */
  readonly onDone: () => void
}

/** Whether the plan has offices of this station write letters; whose it is on a person's own way, the relay knows. */
function mayEntrust(plans: readonly Plan[], row: CaseRow): boolean {
  const { mandate } = plans.find(({ id }) => id === row.plan.id) ?? {}
  return mandate?.issuedBy.some((stage) => stage === row.stage) ?? false
}

export function MandateBatch(props: MandateBatchProps): JSX.Element {
  const t = useText(officeCasesWords)
  const [isOpen, setOpen] = createSignal(false)
  const [isTried, setTried] = createSignal(false)
  const [typed, setTyped] = createSignal<Values>({})
  const rows = () => props.picked.filter((row) => mayEntrust(props.plans, row))
  const plan = () => props.plans.find(({ id }) => id === rows()[0]?.plan.id)
  const isOnePlan = () => new Set(rows().map((row) => row.plan.id)).size === 1
  const values = (): Values => {
    const known = plan()
    return { ...(known ? newLetter(known, dayInShanghai(props.now)) : {}), ...typed() }
  }
  const issue = async () => {
    setTried(true)
    if (!isOnePlan() || LETTER_FIELDS.some((field) => problemOf(field, values()) !== null)) return
    const letter = letterIn(values())
    await props.batch.ask('issue-mandate', rows(), ({ digest }) => ({ digest, ...letter }))
    setOpen(false)
    setTried(false)
    setTyped({})
    props.onDone()
  }
  return (
    <Show when={rows().length > 0}>
      <Button onPress={() => setOpen(true)}>{t('mandate.do')}</Button>
      <Dialog
        isOpen={isOpen()}
        title={t('mandate.doTitle', { n: rows().length })}
        about={t('mandate.body')}
        onClose={() => setOpen(false)}
        actions={
          <Button look="primary" isBusy={props.batch.isBusy()} onPress={() => void issue()}>
            {t('mandate.do')}
          </Button>
        }
      >
        <div class="stack">
          <Show when={!isOnePlan()}>
            <Banner kind="warning">{t('mandate.onePlan')}</Banner>
          </Show>
          <StepFields
            fields={LETTER_FIELDS}
            values={values()}
            onChange={(name, value) => setTyped((all) => ({ ...all, [name]: value }))}
            isAsked={isTried()}
          />
          <CaseNames label={t('batch.names')} rows={rows()} />
        </div>
      </Dialog>
    </Show>
  )
}
