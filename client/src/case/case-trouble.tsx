/** Above a case that is shown although the relay gave no answer: that it is so, since when, and what to do. */
import { type JSX, Show } from 'solid-js'
import { momentText } from '../archive/today.ts'
import { casesWords } from '../language/cases.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import type { OpenCase } from './create-open-case.ts'

export function CaseTrouble(props: { readonly open: OpenCase }): JSX.Element {
  const t = useText(casesWords)
  const { language } = useLanguage()
  return (
    <Show when={props.open.trouble()}>
      <Banner
        kind="info"
        actions={
          <Button size="small" onPress={() => void props.open.refresh()}>
            {t('retry')}
          </Button>
        }
      >
        <Show when={props.open.keptAt()} fallback={t('page.unreachable')}>
          {(at) => t('page.asOf', { at: momentText(at(), language()) })}
        </Show>
      </Banner>
    </Show>
  )
}
