/**
 * How one field of a section or of the profile is described. The 16 sections are data in these terms (domain §3.4), and
 * everything that handles a field (form, digest, comparison, print) goes by this description.
 *
 * Every field's value is a string in the document and in the digest; null means empty. Numbers stay the digits that were
 * typed, so no value is too long and no money is rounded. A yes/no is `yes` or `no`; an enum is its stable code, not its label.
 */
import type { Text } from './label.ts'

export type FieldType =
  /** One line of text. */
  | { readonly kind: 'text'; readonly maxChars: number }
  /** Several lines, a Y.Text in the document, so that two people's edits merge. */
  | { readonly kind: 'prose'; readonly maxChars: number }
  /** Letters and digits without meaning in their width (certificate numbers, ISBN): NFKC at input. */
  | { readonly kind: 'code'; readonly maxChars: number; readonly pattern?: CodePattern }
  /** Six digits YYYYMM (V-DATE-YM). `openEnded`: empty means 至今. */
  | { readonly kind: 'month'; readonly openEnded?: boolean; readonly mayBeFuture?: boolean }
  | { readonly kind: 'date' }
  /** Four digits. */
  | { readonly kind: 'year' }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  /** Decimal digits kept as typed. `unit` is shown beside the field. */
  | {
      readonly kind: 'decimal'
      readonly min: number
      readonly max: number
      readonly places: number
      readonly unit?: Text
    }
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  | { readonly kind: 'yes-no' }

/** Named checks of domain §7.1; each is one function in `field-rules.ts`. */
export type CodePattern = 'id-number' | 'mobile' | 'isbn' | 'patent-number'

export interface Option {
  readonly code: string
  readonly label: Text
}

export interface Field {
  /** The identifier of domain §3: stable for ever, part of the digest. */
  readonly name: string
  readonly label: Text
  readonly type: FieldType
  readonly required?: boolean | RequiredWhen
  /** One sentence beside the field: what to write, or where the rule comes from. */
  readonly hint?: Text
}

/** Required only when another field of the same item has one of these values. */
export interface RequiredWhen {
  readonly field: string
  readonly isOneOf: readonly string[]
}
