/**
 * The language of the interface: Chinese first, English beside it, changed without a reload.
 * What is always true: `<html lang>` says the language in use, and the choice outlives the tab (localStorage, per browser).
 *
 * Two sources of wording: dictionaries of the interface (`useText(words)`), and names that are data, such as the fields of a
 * section, which carry both languages with them (`say(text)`).
 */
import * as i18n from '@solid-primitives/i18n'
import type { Text } from '@yejibu/shared/archive/label'
import {
  type Accessor,
  createContext,
  createEffect,
  createSignal,
  type JSX,
  type ParentProps,
  useContext,
} from 'solid-js'
import { fillIn } from './fill-in.ts'
import type { Words } from './words.ts'

export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

export interface LanguageChoice {
  readonly language: Accessor<Language>
  readonly choose: (language: Language) => void
  /** A text that carries both languages, in the one in use. */
  readonly say: (text: Text) => string
}

const Context = createContext<LanguageChoice>()
const KEY = 'yejibu.language'
const HTML_LANG: Record<Language, string> = { zh: 'zh-CN', en: 'en' }

/** Storage may be refused (private windows of some browsers): then the choice lasts as long as the page. */
function remembered(): Language {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // Nothing is lost but the memory of a choice.
  }
}

export function LanguageProvider(props: ParentProps<{ readonly initially?: Language }>): JSX.Element {
  const [language, setLanguage] = createSignal<Language>(props.initially ?? remembered())
  createEffect(() => {
    document.documentElement.lang = HTML_LANG[language()]
  })
  const choice: LanguageChoice = {
    language,
    choose: (next) => {
      setLanguage(next)
      remember(next)
    },
    say: (text) => text[language()],
  }
  return <Context.Provider value={choice}>{props.children}</Context.Provider>
}

export function useLanguage(): LanguageChoice {
  const choice = useContext(Context)
  if (choice === undefined) throw new Error('useLanguage needs a LanguageProvider above it')
  return choice
}

/** Each dictionary by its whole keys, made once: every row of a list asks for it. */
const flattened = new WeakMap<object, object>()

function flatOf<Dictionary extends i18n.BaseRecordDict>(words: Dictionary): i18n.Flatten<Dictionary> {
  const known = flattened.get(words) as i18n.Flatten<Dictionary> | undefined
  const flat = known ?? i18n.flatten(words)
  if (!known) flattened.set(words, flat)
  return flat
}

/**
 * The wording of one slice: `const t = useText(archiveWords)`, then `t('overview.title')` or `t('overview.count', { n: 3 })`
 * for a template with `{{ n }}` in it.
 */
export function useText<Dictionary extends i18n.BaseRecordDict>(
  words: Words<Dictionary>,
): i18n.Translator<i18n.Flatten<Dictionary>> {
  const { language } = useLanguage()
  return i18n.translator(
    () => flatOf(words[language()]),
    (sentence, ...values) => fillIn(sentence, values[0]),
  ) as i18n.Translator<i18n.Flatten<Dictionary>>
}
