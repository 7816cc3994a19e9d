/**
 * Short notices at the lower edge, and a voice for those who listen.
 * What is always true: a notice that offers a way back stays at least ten seconds, and as long as the pointer or the focus is on
 * it; nothing needed is said only here.
 */
import X from 'lucide-solid/icons/x'
import { createContext, createSignal, For, type JSX, onCleanup, type ParentProps, Show, useContext } from 'solid-js'
import { useText } from '../language/language.tsx'
import { uiWords } from '../language/ui.ts'
import './button.css'
import './notices.css'

export interface Toasts {
  /** Said by screen readers, not shown: for changes that everyone else sees happen. */
  readonly announce: (text: string) => void
  /** Shown and said. */
  readonly show: (text: string) => void
  /** Shown and said, with a button that takes it back. */
  readonly offerUndo: (text: string, undo: () => void) => void
}

interface Toast {
  readonly key: number
  readonly text: string
  readonly undo?: () => void
}

const Context = createContext<Toasts>()
const SHOWN_MS = 6_000
const UNDO_MS = 12_000
const MOST = 3

export function ToastProvider(props: ParentProps): JSX.Element {
  const t = useText(uiWords)
  const [toasts, setToasts] = createSignal<readonly Toast[]>([])
  const [said, setSaid] = createSignal('')
  let lastKey = 0

  const drop = (key: number) => setToasts((all) => all.filter((toast) => toast.key !== key))
  const announce = (text: string) => {
    // The same words twice are no change, and would not be read out again: an invisible mark makes them one.
    setSaid((before) => (before === text ? `${text}\u200b` : text))
  }
  const add = (toast: Omit<Toast, 'key'>) => {
    lastKey += 1
    const added = { ...toast, key: lastKey }
    setToasts((all) => [...all, added].slice(-MOST))
    announce(toast.text)
  }
  const value: Toasts = {
    announce,
    show: (text) => add({ text }),
    offerUndo: (text, undo) => add({ text, undo }),
  }
  return (
    <Context.Provider value={value}>
      {props.children}
      {/* An open dialog hides the rest of the page from ears; this mark keeps the voice. */}
      <div class="for-ears" role="status" aria-live="polite" data-live-announcer="">
        {said()}
      </div>
      <section class="toasts" aria-label={t('toast.region')}>
        <For each={toasts()}>{(toast) => <ToastLine toast={toast} onDone={() => drop(toast.key)} />}</For>
      </section>
    </Context.Provider>
  )
}

function ToastLine(props: { readonly toast: Toast; readonly onDone: () => void }): JSX.Element {
  const t = useText(uiWords)
  let timer: ReturnType<typeof setTimeout> | undefined
  const hold = () => clearTimeout(timer)
  const letGo = () => {
    hold()
    timer = setTimeout(() => props.onDone(), props.toast.undo ? UNDO_MS : SHOWN_MS)
  }
  letGo()
  onCleanup(hold)
  return (
    <div class="toast" onPointerEnter={hold} onPointerLeave={letGo} onFocusIn={hold} onFocusOut={letGo}>
      <span>{props.toast.text}</span>
      <Show when={props.toast.undo}>
        {(undo) => (
          <button
            type="button"
            class="button button--quiet button--small"
            onClick={() => {
              undo()()
              props.onDone()
            }}
          >
            {t('toast.undo')}
          </button>
        )}
      </Show>
      <button
        type="button"
        class="button button--quiet button--icon button--small"
        aria-label={t('toast.close')}
        onClick={() => props.onDone()}
      >
        <X size={16} aria-hidden="true" />
      </button>
    </div>
  )
}

export function useToasts(): Toasts {
  const toasts = useContext(Context)
  if (toasts === undefined) throw new Error('useToasts needs a ToastProvider above it')
  return toasts
}
