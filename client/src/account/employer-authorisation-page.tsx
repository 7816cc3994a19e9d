/** The 委托证明 on paper: one sheet, black on white, with what was registered filled in and room for number, signature and seal (domain §2.3, F8). */
import { useParams } from '@solidjs/router'
import { registrationSchema } from '@yejibu/shared/wire/membership'
import { createResource, type JSX, Show } from 'solid-js'
import { employerWords } from '../language/employer.ts'
import { useText } from '../language/language.tsx'
import { useWorkplace } from '../sync/workplace-context.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { refusalWords } from './employer-asking.ts'
import './employer.css'

export default function Page(): JSX.Element {
  const t = useText(employerWords)
  const params = useParams<{ org: string }>()
  const { api } = useWorkplace()
  const [answer] = createResource(
    () => params.org,
    (org) => api.call('GET', `/api/registrations/${encodeURIComponent(org)}`, registrationSchema),
  )
  const registration = () => {
    const known = answer()
    return known?.ok ? known.value : undefined
  }
  const problem = () => {
    const known = answer()
    if (!known || known.ok) return undefined
    const { key, values } = refusalWords(known.refusal)
    return t(key, values)
  }
  return (
    <div class="page">
      <div class="no-print">
        <PageHeader
          title={t('paper.title')}
          about={t('paper.hint')}
          back={{ href: '/employer', label: t('paper.back') }}
          actions={
            <Show when={registration()}>
              <Button look="primary" onPress={() => print()}>
                {t('paper.print')}
              </Button>
            </Show>
          }
        />
      </div>
      <Show when={problem()}>{(text) => <Banner kind="error">{text()}</Banner>}</Show>
      <Show when={registration()} fallback={<Show when={!problem()}>{<Skeleton lines={8} />}</Show>}>
        {(known) => (
          <article class="paper">
            <h2>{t('paper.title')}</h2>
            <p>{t('paper.to')}</p>
            <p class="paper__body">{t('paper.body')}</p>
            <table>
              <tbody>
                <Row label={t('paper.employer')}>{known().particulars.name}</Row>
                <Row label={t('paper.creditCode')}>{known().particulars.creditCode}</Row>
                <Row label={t('paper.nature')}>{t(`nature.${known().particulars.nature}`)}</Row>
                <Row label={t('paper.region')}>{known().particulars.region}</Row>
                <Row label={t('paper.department')}>{known().particulars.department}</Row>
                <Row label={t('paper.person')}>{known().lead.name}</Row>
                <Row label={t('paper.idNumber')}> </Row>
                <Row label={t('paper.contact')}>{known().particulars.contact}</Row>
                <Row label={t('paper.phone')}>{known().particulars.phone}</Row>
                <Row label={t('paper.scope')}>{t('paper.scopeText')}</Row>
              </tbody>
            </table>
            <div class="paper__foot">
              <p>{t('paper.signature')}：</p>
              <p>{t('paper.seal')}：</p>
              <p>{t('paper.date')}</p>
            </div>
            <p class="paper__number">
              {t('paper.number')}：{known().org}
            </p>
          </article>
        )}
      </Show>
    </div>
  )
}

function Row(props: { readonly label: string; readonly children: JSX.Element }): JSX.Element {
  return (
    <tr>
      <th scope="row">{props.label}</th>
      <td>{props.children}</td>
    </tr>
  )
}
