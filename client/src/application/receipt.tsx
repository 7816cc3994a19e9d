/** 回执: when the relay took the application, and the number it goes by from now on. */
import type { StoredSubmission } from '@yejibu/shared/application/submission'
import { createSignal, type JSX } from 'solid-js'
import { momentText } from '../archive/today.ts'
import { applicationWords } from '../language/application.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import './application.css'

export interface ReceiptProps {
  readonly fact: StoredSubmission
  /** The way that was applied by, by the plan's name for it; its code where the plan is not known here. */
  readonly way: string
  /** Of the public notice, as the plan asks for it. */
  readonly workingDays: number
  /** With the whole number, as on paper. */
  readonly isWhole: boolean
}

const SHORT = 12

export function Receipt(props: ReceiptProps): JSX.Element {
  const t = useText(applicationWords)
  const { language } = useLanguage()
  const [isWhole, setWhole] = createSignal(false)
  const submission = () => props.fact.data.submission
  const showsWhole = () => props.isWhole || isWhole()
  const number = () => groupsOfFour(showsWhole() ? props.fact.data.digest : props.fact.data.digest.slice(0, SHORT))
  return (
    <Card
      title={t('receipt.title')}
      aside={
        <Badge tone="good" mark="check">
          {t('receipt.receipt')}
        </Badge>
      }
    >
      <dl class="facts">
        <dt>{t('receipt.at')}</dt>
        <dd>
          <time dateTime={props.fact.at}>{momentText(props.fact.at, language())}</time>
        </dd>
        <dt>{t('receipt.number')}</dt>
        <dd>
          <span class="frozen__number">{number()}</span>{' '}
          <Button look="quiet" size="small" onPress={() => setWhole(!isWhole())}>
            {t(showsWhole() ? 'receipt.shortNumber' : 'receipt.fullNumber')}
          </Button>
        </dd>
        <dt>{t('receipt.plan')}</dt>
        <dd>{submission().plan.title}</dd>
        <dt>{t('info.type')}</dt>
        <dd>{props.way}</dd>
        <dt>{t('receipt.employer')}</dt>
        <dd>{submission().employer.name}</dd>
        <dt>{t('receipt.next')}</dt>
        <dd>{t('receipt.nextBody', { n: props.workingDays })}</dd>
      </dl>
    </Card>
  )
}

/** A number that is read aloud and copied by hand. */
export function groupsOfFour(digest: string): string {
  return digest.match(/.{1,4}/g)?.join(' ') ?? digest
}
