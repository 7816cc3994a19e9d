/** Loaded before a relay: its clock runs so many days ahead (`YEJIBU_E2E_DAYS_AHEAD`), as if they had gone by while it was off. */
const ahead = Number(process.env.YEJIBU_E2E_DAYS_AHEAD ?? 0) * 86_400_000
const Real = Date

globalThis.Date = class extends Real {
  constructor(...parts) {
    if (parts.length === 0) super(Real.now() + ahead)
    else super(...parts)
  }

  static now() {
    return Real.now() + ahead
  }
}
