import type { JSX } from 'solid-js'
import { useText } from './language/language.tsx'
import { shellWords } from './language/shell.ts'
import { LinkButton } from './ui/button.tsx'
import { PageHeader } from './ui/page-header.tsx'

export default function Page(): JSX.Element {
  const t = useText(shellWords)
  return (
    <div class="page page--narrow stack">
      <PageHeader title={t('notFound.title')} />
      <p>{t('notFound.body')}</p>
      <div class="row">
        <LinkButton href="/" look="primary">
          {t('error.home')}
        </LinkButton>
      </div>
    </div>
  )
}
