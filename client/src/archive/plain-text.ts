/** Width and case do not matter to someone who looks for something. */
export function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}
