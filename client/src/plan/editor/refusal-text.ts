/** Why a plan was not published or withdrawn, in words that say what to do. */

import { useText } from '../../language/language.tsx'
import { planWords } from '../../language/plan.ts'
import type { ApiRefusal } from '../../platform/api.ts'

export function usePlanRefusalText(): (refusal: ApiRefusal) => string {
  const t = useText(planWords)
  return (refusal) => {
    switch (refusal.kind) {
      case 'unreachable':
        return t('publish.away')
      case 'plan-version-not-next':
      case 'stream-moved-on':
        return t('publish.moved')
      case 'not-yours':
        return t('publish.notYours')
      case 'reason-required':
        return t('publish.reason')
      case 'plan-malformed':
        return t('publish.left', { n: Array.isArray(refusal.at) ? refusal.at.length : 1 })
      default:
        return t('publish.other', { kind: refusal.kind })
    }
  }
}
