/** One employer that waits: what it says of itself, its sealed letter, what to look at twice, and the two answers. */
import { judgeCreditCode } from '@yejibu/shared/account/credit-code'
import type { RegistrationView } from '@yejibu/shared/wire/membership'
import { type JSX, Show } from 'solid-js'
import { momentOf } from '../account/employer-moment.ts'
import { employerWords } from '../language/employer.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { operationsWords } from '../language/operations.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import '../account/employer.css'
import '../ui/button.css'

export interface WaitingEmployerProps {
  readonly registration: RegistrationView
  readonly onJudge: (verdict: 'approve' | 'refuse') => void
}

export function WaitingEmployer(props: WaitingEmployerProps): JSX.Element {
  const t = useText(operationsWords)
  const say = useText(employerWords)
  const { language } = useLanguage()
  const said = () => props.registration.particulars
  return (
    <li class="employer-row">
      <div class="stack row__rest">
        <div class="row">
          <h3>{said().name}</h3>
          <span class="muted small">{momentOf(props.registration.at, language())}</span>
        </div>
        <Show when={props.registration.sameCode.length > 0}>
          <Banner kind="warning">{t('orgs.sameCode', { names: props.registration.sameCode.join('、') })}</Banner>
        </Show>
        <Show when={judgeCreditCode(said().creditCode) !== 'good'}>
          <Banner kind="warning">{t('orgs.checkDiffers')}</Banner>
        </Show>
        <dl class="facts">
          <dt>{say('form.creditCode')}</dt>
          <dd>{said().creditCode}</dd>
          <dt>{say('form.nature')}</dt>
          <dd>{say(`nature.${said().nature}`)}</dd>
          <dt>{say('form.region')}</dt>
          <dd>{said().region}</dd>
          <dt>{say('form.department')}</dt>
          <dd>{said().department}</dd>
          <dt>{t('orgs.lead')}</dt>
          <dd>{props.registration.lead.name}</dd>
          <dt>{say('form.contact')}</dt>
          <dd>
            {said().contact} {said().phone}
          </dd>
        </dl>
        <div class="row">
          <a
            class="button button--secondary"
            href={`/api/registrations/${props.registration.org}/authorisation?sha256=${props.registration.sha256 ?? ''}`}
            download=""
            aria-label={t('orgs.openOf', { name: said().name })}
          >
            {t('orgs.open')}
          </a>
          <Button label={t('orgs.refuseOf', { name: said().name })} onPress={() => props.onJudge('refuse')}>
            {t('orgs.refuse')}
          </Button>
          <Button
            look="primary"
            label={t('orgs.approveOf', { name: said().name })}
            onPress={() => props.onJudge('approve')}
          >
            {t('orgs.approve')}
          </Button>
        </div>
      </div>
    </li>
  )
}
