/** The Excel template of a section, to fill in and import. */
import type { Section } from '@yejibu/shared/archive/section'
import { createSignal, type JSX } from 'solid-js'
import { transferWords } from '../../language/archive-transfer.ts'
import { useLanguage, useText } from '../../language/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { saveBlob } from './save-blob.ts'
import { SectionChoice } from './section-choice.tsx'

export function TemplatesCard(): JSX.Element {
  const t = useText(transferWords)
  const { say, language } = useLanguage()
  const [section, setSection] = createSignal<Section>()
  const [isBusy, setBusy] = createSignal(false)
  const download = async () => {
    const chosen = section()
    if (!chosen) return
    setBusy(true)
    try {
      const { sectionWorkbook } = await import('./sheet-file.ts')
      const { blob } = await sectionWorkbook(chosen, [], language())
      saveBlob(blob, `${say(chosen.label)}-${t('export.template')}.xlsx`)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card title={t('templates.title')}>
      <p>{t('templates.about')}</p>
      <div class="transfer__choice">
        <SectionChoice chosen={section()} onChoose={setSection} />
        <Button isBusy={isBusy()} whyNot={section() ? undefined : t('templates.first')} onPress={() => void download()}>
          {t('templates.download')}
        </Button>
      </div>
    </Card>
  )
}
