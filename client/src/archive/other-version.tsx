/**
 * 另一版本: the value that lost when two devices changed one field without knowing of each other. It stays beside the field
 * until its owner takes it back or dismisses it; nobody else may decide that.
 */
import type { Field } from '@yejibu/shared/archive/field'
import type { OtherVersion } from '@yejibu/shared/archive/item'
import GitFork from 'lucide-solid/icons/git-fork'
import type { JSX } from 'solid-js'
import { fieldsWords } from '../language/fields.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { Button } from '../ui/button.tsx'
import { valueText } from './value-text.ts'

export interface OtherVersionNoteProps {
  readonly field: Field
  readonly other: OtherVersion
  readonly onTake: () => void
  readonly onDismiss: () => void
}

export function OtherVersionNote(props: OtherVersionNoteProps): JSX.Element {
  const t = useText(fieldsWords)
  const { say } = useLanguage()
  return (
    <section class="other-version" aria-label={t('other.region')}>
      <p class="other-version__about">
        <GitFork size={14} aria-hidden="true" />
        {t('other.about', { field: say(props.field.label) })}
      </p>
      <p class="other-version__value">{say(valueText(props.field, props.other.value))}</p>
      <div class="row">
        <Button size="small" onPress={() => props.onTake()}>
          {t('other.take')}
        </Button>
        <Button size="small" look="quiet" onPress={() => props.onDismiss()}>
          {t('other.dismiss')}
        </Button>
      </div>
    </section>
  )
}
