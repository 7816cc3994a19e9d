/** Numbers by which a payment is known: sixteen digits, said at a counter and written into the remark of a transfer. */
export function orderNumber(random: Uint8Array): string {
  return [...random].map((byte) => String(byte % 10)).join('')
}

export function newOrderNumber(): string {
  return orderNumber(crypto.getRandomValues(new Uint8Array(16)))
}

/** In fours, to be read out. */
export function spaced(order: string): string {
  return order.match(/.{1,4}/g)?.join(' ') ?? order
}
