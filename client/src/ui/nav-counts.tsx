/** Numbers beside the navigation's entries. Whoever knows one reports it; the frame shows it; it goes when its reporter goes. */
import {
  type Accessor,
  createContext,
  createEffect,
  createSignal,
  type JSX,
  onCleanup,
  type ParentProps,
  useContext,
} from 'solid-js'

export interface NavCounts {
  /** The number beside the entry that leads to `href`; 0 shows nothing. */
  readonly countOf: (href: string) => number
  /** Called inside a component: follows `count` as long as the component lives. */
  readonly report: (href: string, count: Accessor<number>) => void
}

const Context = createContext<NavCounts>()

export function NavCountsProvider(props: ParentProps): JSX.Element {
  const [counts, setCounts] = createSignal<Readonly<Record<string, number>>>({})
  const set = (href: string, n: number) => setCounts((all) => ({ ...all, [href]: n }))
  const value: NavCounts = {
    countOf: (href) => counts()[href] ?? 0,
    report: (href, count) => {
      createEffect(() => set(href, count()))
      onCleanup(() => set(href, 0))
    },
  }
  return <Context.Provider value={value}>{props.children}</Context.Provider>
}

export function useNavCounts(): NavCounts {
  const counts = useContext(Context)
  if (counts === undefined) throw new Error('useNavCounts needs a NavCountsProvider above it')
  return counts
}
