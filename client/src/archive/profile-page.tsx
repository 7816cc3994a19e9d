/** Personal information: sent and ruled on like an entry, in groups, with the date of birth taken from the identity number. */
import { readIdCard } from '@yejibu/shared/account/id-card'
import { PROFILE } from '@yejibu/shared/archive/profile'
import { PROFILE_ITEM } from '@yejibu/shared/kernel/ids'
import { createMemo, type JSX } from 'solid-js'
import { archiveWords } from '../language/archive.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { EntryEditor } from './entry-editor.tsx'
import { problemsOfProfile } from './entry-problems.ts'
import { type OwnArchive, WithOwnArchive, whereIs } from './own-archive.tsx'
import { SavedLine } from './saved-line.tsx'
import { StandingBadge } from './standing-badge.tsx'

export default function Page(): JSX.Element {
  return <WithOwnArchive>{(archive) => <ProfileForm archive={archive} />}</WithOwnArchive>
}

export function ProfileForm(props: { readonly archive: OwnArchive }): JSX.Element {
  const t = useText(archiveWords)
  const { say } = useLanguage()
  const { view } = props.archive
  const problems = createMemo(() =>
    problemsOfProfile(view.profile(), view.itemsIn('work'), props.archive.employer, props.archive.today),
  )
  const archive: OwnArchive = {
    ...props.archive,
    edits: {
      ...props.archive.edits,
      setField(id, name, value) {
        props.archive.edits.setField(id, name, value)
        if (name === 'idNumber') fillFromIdCard(props.archive, value)
      },
    },
  }
  return (
    <>
      <PageHeader
        title={say(PROFILE.label)}
        back={{ href: '/archive', label: t('title') }}
        aside={<StandingBadge kind={view.standing(PROFILE_ITEM).kind} />}
        about={
          <SavedLine
            where={whereIs(props.archive, view.profile())}
            isAway={props.archive.document.connection().kind !== 'live'}
          />
        }
      />
      <EntryEditor
        archive={archive}
        item={view.profile()}
        title={t('profile.form')}
        hint={say(PROFILE.hint)}
        groups={PROFILE.groups}
        problems={problems()}
        usualKind={null}
      />
    </>
  )
}

/** A readable number of a resident identity card says the date of birth and the sex: what is still empty is filled. */
function fillFromIdCard({ view, edits }: OwnArchive, number: string | null): void {
  const { fields } = view.profile()
  if (number === null || (fields.idType ?? 'residentId') !== 'residentId') return
  const card = readIdCard(number.trim().toUpperCase())
  if (!card.ok) return
  if ((fields.birthDate ?? null) === null) edits.setField(PROFILE_ITEM, 'birthDate', card.value.birthDate)
  if ((fields.gender ?? null) === null) edits.setField(PROFILE_ITEM, 'gender', card.value.gender)
}
