/**
 * The signature, written on this screen or uploaded as a picture. The plan asks for a legible signature (seed 3 二-2), so a name typed with keys is none: who
 * uses no pointer uploads a picture of her handwriting, or signs on a phone.
 */

import SignaturePad from 'signature_pad'
import {
  createEffect,
  createSignal,
  createUniqueId,
  For,
  type JSX,
  Match,
  onCleanup,
  onMount,
  Show,
  Switch,
} from 'solid-js'
import { useText } from '../../language/language.tsx'
import { photoPledgeWords } from '../../language/photo-pledge.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { type ReadSignature, signatureIn } from './read-signature.ts'
import { scaledStrokes } from './scaled-strokes.ts'
import './pledge.css'

export interface SignHereProps {
  readonly way: 'pad' | 'picture'
  readonly isBusy: boolean
  /** Legible, as a PNG. */
  readonly onSigned: (picture: Blob) => void
}

type Problem = Extract<ReadSignature, { kind: 'illegible' }>['problems'][number]

export function SignHere(props: SignHereProps): JSX.Element {
  const t = useText(photoPledgeWords)
  const [problems, setProblems] = createSignal<readonly Problem[]>([])
  const look = async (source: Blob | HTMLCanvasElement) => {
    const read = await signatureIn(source)
    if (read.kind === 'illegible') return setProblems(read.problems)
    setProblems([])
    props.onSigned(read.picture)
  }
  createEffect(() => {
    props.way
    setProblems([])
  })
  return (
    <div class="stack">
      <Switch>
        <Match when={props.way === 'pad'}>
          <Pad isBusy={props.isBusy} onSign={(canvas) => void look(canvas)} onWrite={() => setProblems([])} />
        </Match>
        <Match when={props.way === 'picture'}>
          <FileDrop
            label={t('pledge.pictureLabel')}
            hint={t('pledge.pictureAbout')}
            accept="image/*"
            isSingle
            isDisabled={props.isBusy}
            onFiles={([file]) => file && void look(file)}
          />
        </Match>
      </Switch>
      <Show when={problems().length > 0}>
        <Banner kind="error">
          <ul>
            <For each={problems()}>{(problem) => <li>{t(`pledge.problem.${problem}`)}</li>}</For>
          </ul>
        </Banner>
      </Show>
    </div>
  )
}

interface PadProps {
  readonly isBusy: boolean
  readonly onSign: (canvas: HTMLCanvasElement) => void
  readonly onWrite: () => void
}

/** Pixels; what is written is kept in this size whatever the screen's. */
const PAD = { width: 900, height: 360 }

function Pad(props: PadProps): JSX.Element {
  const t = useText(photoPledgeWords)
  const id = createUniqueId()
  let canvas: HTMLCanvasElement | undefined
  let pad: SignaturePad | undefined
  onMount(() => {
    if (!canvas) return
    const written = canvas
    let shown = 0
    // Strokes are kept in shown pixels; the canvas has the ones of the screen.
    const resize = () => {
      const { width } = written.getBoundingClientRect()
      if (width === 0) return
      const scale = Math.max(1, devicePixelRatio)
      const [w, h] = [Math.round(width * scale), Math.round((width * scale * PAD.height) / PAD.width)]
      if (written.width === w && written.height === h) return
      const strokes = scaledStrokes(pad?.toData() ?? [], shown === 0 ? 1 : width / shown)
      shown = width
      written.width = w
      written.height = h
      written.getContext('2d')?.scale(scale, scale)
      pad?.clear()
      if (strokes.length > 0) pad?.fromData(strokes)
    }
    pad = new SignaturePad(written, { penColor: '#101418', backgroundColor: '#ffffff', minWidth: 1.2, maxWidth: 3.6 })
    pad.addEventListener('endStroke', props.onWrite)
    resize()
    const watch = new ResizeObserver(resize)
    watch.observe(written)
    onCleanup(() => {
      watch.disconnect()
      pad?.off()
    })
  })
  return (
    <div class="stack stack--tight">
      <p id={`${id}-about`} class="small muted">
        {t('pledge.padAbout')}
      </p>
      <canvas
        class="pledge__pad"
        role="img"
        aria-label={t('pledge.pad')}
        aria-describedby={`${id}-about`}
        ref={(element) => {
          canvas = element
        }}
      />
      <div class="row">
        <Button
          look="primary"
          isBusy={props.isBusy}
          onPress={() => {
            if (canvas) props.onSign(canvas)
          }}
        >
          {t('pledge.sign')}
        </Button>
        <Button
          onPress={() => {
            const strokes = pad?.toData() ?? []
            pad?.fromData(strokes.slice(0, -1))
          }}
        >
          {t('pledge.undo')}
        </Button>
        <Button
          onPress={() => {
            pad?.clear()
            props.onWrite()
          }}
        >
          {t('pledge.clear')}
        </Button>
      </div>
    </div>
  )
}
