/** Why a page that anybody may open could not be read, and the way to ask again. */
import type { JSX } from 'solid-js'
import { useText } from '../language/language.tsx'
import { publicNoticeWords } from '../language/public-notice.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'

export function PublicTrouble(props: {
  /** Of the refusal. */
  readonly kind: string
  readonly isBusy: boolean
  readonly onRetry: () => void
}): JSX.Element {
  const t = useText(publicNoticeWords)
  return (
    <Banner
      kind="warning"
      actions={
        <Button size="small" isBusy={props.isBusy} onPress={() => props.onRetry()}>
          {t('retry')}
        </Button>
      }
    >
      {t(props.kind === 'too-many-requests' ? 'tooMany' : 'unreachable')}
    </Banner>
  )
}
