/** A name shown to people, in the two languages of the interface. */
export interface Text {
  readonly zh: string
  readonly en: string
}
