/**
 * The rules of the photo as a function over measured values, and the two measurements that need nothing but the bytes (domain §7.2). Strict
 * where the notice says “大于” and “小于”: exactly 30K, exactly 1M and exactly 215*300 fail.
 */
import type { Pixels } from '../archive/picture-size.ts'
import type { MessageValues, RuleCode } from '../plan/messages.ts'
import type { Plan } from '../plan/plan.ts'

export interface PhotoMeasure {
  readonly name: string
  readonly bytes: number
  /** The first bytes are those of a JPEG. */
  readonly isJpeg: boolean
  /** Null where the bytes tell no size: then only the format is spoken of. */
  readonly pixels: Pixels | null
  /** The corners' mean, where somebody looked at the picture: luminance 0–255, and the widest difference between colours. */
  readonly corners: { readonly luminance: number; readonly chroma: number } | null
}

export interface PhotoProblem {
  readonly code: RuleCode & `V-PHOTO-${string}`
  readonly severity: 'error' | 'warning'
  readonly values: MessageValues
}

const WHITE_ABOVE = 220
const COLOURFUL_ABOVE = 24
const K = 1024

export function photoProblems(rule: Plan['photo'], photo: PhotoMeasure): readonly PhotoProblem[] {
  const problems: PhotoProblem[] = []
  const say = (code: PhotoProblem['code'], values: MessageValues = {}, severity: 'error' | 'warning' = 'error') =>
    problems.push({ code, severity, values })
  const { bytes, pixels, corners } = photo
  if (!photo.isJpeg || !/\.jpe?g$/i.test(photo.name)) say('V-PHOTO-FMT')
  if (bytes <= rule.minBytesExclusive || bytes >= rule.maxBytesExclusive) {
    const maxK = rule.maxBytesExclusive / K
    const maxText = maxK % K === 0 ? `${maxK / K}M` : `${decimal(maxK, 1)}K`
    say('V-PHOTO-SIZE', { minK: decimal(rule.minBytesExclusive / K, 1), maxText, k: decimal(bytes / K, 1) })
  }
  if (pixels) {
    const { width, height } = pixels
    const { minWidthExclusive: minWidth, minHeightExclusive: minHeight, minRatio, maxRatio } = rule
    if (width <= minWidth || height <= minHeight) say('V-PHOTO-PX', { minWidth, minHeight, width, height })
    // Cross-multiplied, so that 0.65 itself passes whatever the division makes of it.
    const per = (ratio: number) => Math.round(ratio * 1000) * height
    if (width * 1000 < per(minRatio) || width * 1000 > per(maxRatio)) {
      say('V-PHOTO-RATIO', { minRatio, maxRatio, ratio: height > 0 ? decimal(width / height, 3) : '0' })
    }
  }
  if (corners && (corners.luminance <= WHITE_ABOVE || corners.chroma > COLOURFUL_ABOVE)) {
    say('V-PHOTO-BG', {}, 'warning')
  }
  return problems
}

/** Cut, not rounded: 0.6499 is shown as 0.649, not as the 0.65 that would pass. */
function decimal(value: number, places: number): string {
  const scale = 10 ** places
  return String(Math.floor(value * scale + 1e-9) / scale)
}
