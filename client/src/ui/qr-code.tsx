/** A text as a code to be scanned: black on white in every scheme, with a margin that scanners need. */
import { createUniqueId, type JSX } from 'solid-js'
import { encode } from 'uqr'
import './qr-code.css'

export interface QrCodeProps {
  readonly text: string
  /** What scanning it does. */
  readonly label: string
}

export function QrCode(props: QrCodeProps): JSX.Element {
  const id = createUniqueId()
  const code = () => encode(props.text, { ecc: 'M', border: 2 })
  /** One path for all dark modules. */
  const path = () =>
    code()
      .data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
      .join('')
  return (
    <svg
      class="qr-code"
      role="img"
      aria-labelledby={id}
      viewBox={`0 0 ${code().size} ${code().size}`}
      shape-rendering="crispEdges"
    >
      <title id={id}>{props.label}</title>
      <path d={path()} fill="#000" />
    </svg>
  )
}
