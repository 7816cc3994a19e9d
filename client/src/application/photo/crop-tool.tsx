/**
 * The part of a picture that becomes the photo, under a frame of the photo's shape: moved by mouse, finger, arrow keys or buttons, zoomed by wheel,
 * two fingers, plus and minus or the slider.
 */

import type { Plan } from '@yejibu/shared/plan/plan'
import ArrowDown from 'lucide-solid/icons/arrow-down'
import ArrowLeft from 'lucide-solid/icons/arrow-left'
import ArrowRight from 'lucide-solid/icons/arrow-right'
import ArrowUp from 'lucide-solid/icons/arrow-up'
import RotateCw from 'lucide-solid/icons/rotate-cw'
import { createEffect, createMemo, createSignal, createUniqueId, type JSX, onMount } from 'solid-js'
import { useText } from '../../language/language.tsx'
import { photoPledgeWords } from '../../language/photo-pledge.ts'
import { Button } from '../../ui/button.tsx'
import { type Crop, firstCrop, mostZoom, moved, ratioFor, zoomedTo, zoomOf } from './crop.ts'
import { type Picture, turned } from './make-photo.ts'
import '../application.css'
import './photo.css'

export interface CropToolProps {
  readonly picture: Picture
  readonly rule: Plan['photo']
  readonly isBusy: boolean
  readonly onUse: (picture: Picture, crop: Crop) => void
  readonly onCancel: () => void
}

/** Shown pixels of the frame; the canvas is sharper where the screen is. */
const HEIGHT = 350
const STEP = 0.04
const ZOOM_STEP = 1.1

export function CropTool(props: CropToolProps): JSX.Element {
  const t = useText(photoPledgeWords)
  const id = createUniqueId()
  const [picture, setPicture] = createSignal(props.picture)
  const whole = (): Crop => ({ x: 0, y: 0, width: picture().width, height: picture().height })
  const [crop, setCrop] = createSignal<Crop>(firstCrop(props.picture, props.rule) ?? whole())
  const zoom = createMemo(() => zoomOf(crop(), picture()))
  const most = () => mostZoom(picture(), props.rule)
  const width = () => Math.round(HEIGHT * ratioFor(props.rule))
  const move = (right: number, down: number) => setCrop((now) => moved(now, picture(), right, down))
  const zoomTo = (next: number) => setCrop((now) => zoomedTo(now, picture(), props.rule, next))
  let canvas: HTMLCanvasElement | undefined
  onMount(() => canvas?.focus({ preventScroll: true }))
  createEffect(() => {
    const { x, y, width: w, height: h } = crop()
    const paper = canvas?.getContext('2d')
    if (!canvas || !paper) return
    paper.imageSmoothingQuality = 'high'
    paper.drawImage(picture().canvas, x, y, w, h, 0, 0, canvas.width, canvas.height)
  })
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => move(-STEP, 0),
    ArrowRight: () => move(STEP, 0),
    ArrowUp: () => move(0, -STEP),
    ArrowDown: () => move(0, STEP),
    '+': () => zoomTo(zoom() * ZOOM_STEP),
    '=': () => zoomTo(zoom() * ZOOM_STEP),
    '-': () => zoomTo(zoom() / ZOOM_STEP),
  }
  const pointers = new Map<number, PointerEvent>()
  const spread = () => {
    const [a, b] = [...pointers.values()]
    return a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0
  }
  const drag = (event: PointerEvent) => {
    const before = pointers.get(event.pointerId)
    if (!before) return
    const apart = spread()
    pointers.set(event.pointerId, event)
    const shown = event.currentTarget instanceof Element ? event.currentTarget.getBoundingClientRect() : null
    if (apart > 0) zoomTo((zoom() * spread()) / apart)
    else if (shown)
      move((before.clientX - event.clientX) / shown.width, (before.clientY - event.clientY) / shown.height)
  }
  const turn = () => {
    const next = turned(picture())
    setPicture(next)
    setCrop(firstCrop(next, props.rule) ?? whole())
  }
  return (
    <section class="crop" aria-labelledby={`${id}-title`}>
      <h2 class="apply__heading" id={`${id}-title`}>
        {t('crop.title')}
      </h2>
      <p id={`${id}-about`} class="small muted">
        {t('crop.about')}
      </p>
      <div class="crop__tool">
        {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: moved with the arrow keys, which screen readers must pass on */}
        <canvas
          class="crop__frame"
          width={width() * 2}
          height={HEIGHT * 2}
          style={{ 'aspect-ratio': String(ratioFor(props.rule)) }}
          role="application"
          tabIndex={0}
          aria-label={t('crop.frame')}
          aria-describedby={`${id}-about`}
          ref={(element) => {
            canvas = element
          }}
          onKeyDown={(event) => {
            const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key]
            if (!act) return
            event.preventDefault()
            act()
          }}
          onWheel={(event) => {
            event.preventDefault()
            zoomTo(zoom() * (event.deltaY < 0 ? ZOOM_STEP : 1 / ZOOM_STEP))
          }}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId)
            pointers.set(event.pointerId, event)
          }}
          onPointerMove={drag}
          onPointerUp={(event) => pointers.delete(event.pointerId)}
          onPointerCancel={(event) => pointers.delete(event.pointerId)}
        />
        <div class="crop__controls">
          <label class="crop__zoom">
            <span>{t('crop.zoom')}</span>
            <input
              type="range"
              min={1}
              max={most()}
              step="any"
              value={zoom()}
              onInput={(event) => zoomTo(event.currentTarget.valueAsNumber)}
            />
          </label>
          <div class="row">
            <Button isIcon look="quiet" label={t('crop.left')} onPress={() => move(-STEP, 0)}>
              <ArrowLeft size={18} aria-hidden="true" />
            </Button>
            <Button isIcon look="quiet" label={t('crop.right')} onPress={() => move(STEP, 0)}>
              <ArrowRight size={18} aria-hidden="true" />
            </Button>
            <Button isIcon look="quiet" label={t('crop.up')} onPress={() => move(0, -STEP)}>
              <ArrowUp size={18} aria-hidden="true" />
            </Button>
            <Button isIcon look="quiet" label={t('crop.down')} onPress={() => move(0, STEP)}>
              <ArrowDown size={18} aria-hidden="true" />
            </Button>
            <Button isIcon look="quiet" label={t('crop.turn')} onPress={turn}>
              <RotateCw size={18} aria-hidden="true" />
            </Button>
          </div>
          <div class="row">
            <Button look="primary" isBusy={props.isBusy} onPress={() => props.onUse(picture(), crop())}>
              {t('crop.use')}
            </Button>
            <Button onPress={props.onCancel}>{t('crop.cancel')}</Button>
          </div>
        </div>
      </div>
    </section>
  )
}
