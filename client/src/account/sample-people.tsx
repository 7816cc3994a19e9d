/** One button per person of the sample office, by what they do. The button's name is the person's, its line is a description. */
import type { SamplePerson } from '@yejibu/shared/wire/session'
import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js'
import { accountWords } from '../language/account.ts'
import { useText } from '../language/language.tsx'
import { Banner } from '../ui/banner.tsx'
import { inGroups } from './sample-people-from.ts'
import type { SessionControl } from './session.ts'
import { type SignInRefusal, signInRefusalOf } from './sign-in-refusal.ts'
import './account.css'

export interface SamplePeopleProps {
  readonly people: readonly SamplePerson[]
  readonly session: Pick<SessionControl, 'signInAsSample'>
}

export function SamplePeople(props: SamplePeopleProps): JSX.Element {
  const t = useText(accountWords)
  const [entering, setEntering] = createSignal<string | null>(null)
  const [refusal, setRefusal] = createSignal<SignInRefusal | null>(null)
  const enter = async (username: string) => {
    if (entering() !== null) return
    setEntering(username)
    setRefusal(null)
    const answer = await props.session.signInAsSample(username)
    setEntering(null)
    if (!answer.ok) setRefusal(signInRefusalOf(answer.refusal))
  }
  return (
    <section class="stack" aria-label={t('signIn.sample')}>
      <p>{t('signIn.sampleAbout')}</p>
      <Show when={refusal()}>
        {(said) => <Banner kind="error">{t(`signIn.refused.${said().kind}`, said().values)}</Banner>}
      </Show>
      <For each={inGroups(props.people)}>
        {({ group, people }) => (
          <div class="stack stack--tight">
            <h2 class="sample__group">{t(`signIn.groups.${group}`)}</h2>
            <ul class="sample">
              <For each={people}>
                {(person) => (
                  <Person
                    person={person}
                    isEntering={entering() === person.username}
                    onEnter={() => void enter(person.username)}
                  />
                )}
              </For>
            </ul>
          </div>
        )}
      </For>
    </section>
  )
}

interface PersonProps {
  readonly person: SamplePerson
  readonly isEntering: boolean
  readonly onEnter: () => void
}

function Person(props: PersonProps): JSX.Element {
  const id = createUniqueId()
  return (
    <li class="sample__person">
      <button
        type="button"
        class="sample__button"
        aria-describedby={`${id}-about`}
        aria-busy={props.isEntering ? true : undefined}
        onClick={() => props.onEnter()}
      >
        {props.person.name}
      </button>
      <span id={`${id}-about`} class="sample__about">
        {props.person.about}
      </span>
    </li>
  )
}
