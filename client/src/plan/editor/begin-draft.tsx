/** New drafts that do not come from a published plan: from a notice of the product, or from a file. */

import type { OrgId, PlanId } from '@yejibu/shared/kernel/ids'
import { createSignal, type JSX, Show } from 'solid-js'
import type * as Y from 'yjs'
import { useText } from '../../language/language.tsx'
import { planWords } from '../../language/plan.ts'
import { twentyBytes } from '../../platform/new-id.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { fromFile, fromTemplate } from './new-drafts.ts'

export interface BeginDraftProps {
  readonly doc: Y.Doc
  readonly office: OrgId
  readonly onBegun: (plan: PlanId) => void
}

const NOTICES = [
  ['sx-eco-2022-mid', '2022年度绍兴市生态环境专业工程师（中级）'],
  ['zj-eco-2022-sr', '2022年度浙江省生态环境专业高级工程师'],
  ['jh-con-2023-mid', '2023年度金华市建设工程工程师（中级）'],
  ['jh-con-2023-jr-review', '2023年度金华市建设工程助理工程师（评审）'],
  ['jh-con-2023-jr-init', '2023年度金华市建设工程初级初定'],
  ['jh-con-2023-mid-init', '2023年度金华市建设工程中级初定'],
  ['hz-2020-mid', '2020年度湖州市中级'],
] as const

export function BeginDraft(props: BeginDraftProps): JSX.Element {
  const t = useText(planWords)
  const [hasFailed, setFailed] = createSignal(false)
  let input: HTMLInputElement | undefined
  const begin = async (notice: (typeof NOTICES)[number][0]) => {
    // The notices are many kilobytes that nobody else needs.
    const { BUILT_IN_PLANS } = await import('@yejibu/shared/plan/plans/built-in-plans')
    const plan = BUILT_IN_PLANS[notice]({ open: '', close: '' })
    props.onBegun(fromTemplate(props.doc, plan, props.office, twentyBytes()))
  }
  const read = async (file: File | undefined) => {
    if (!file) return
    const id = fromFile(props.doc, await file.text(), props.office, twentyBytes())
    setFailed(id === null)
    if (id !== null) props.onBegun(id)
  }
  return (
    <div class="stack stack--tight">
      <Show when={hasFailed()}>
        <Banner kind="error">{t('list.importFailed')}</Banner>
      </Show>
      <div class="row">
        <Menu
          label={t('list.template')}
          triggerClass="button button--secondary button--small"
          trigger={t('list.template')}
          about={t('list.templateAbout')}
          entries={NOTICES.map(([id, label]) => ({ label, onChoose: () => void begin(id) }))}
        />
        <Button size="small" onPress={() => input?.click()}>
          {t('list.import')}
        </Button>
        <input
          ref={(element) => {
            input = element
          }}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={t('list.import')}
          onChange={(event) => {
            const { currentTarget } = event
            void read(currentTarget.files?.[0]).finally(() => {
              currentTarget.value = ''
            })
          }}
        />
      </div>
    </div>
  )
}
