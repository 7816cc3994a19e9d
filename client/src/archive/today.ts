/** The day at this device, `YYYY-MM-DD` by its calendar: what a person who fills in a form means by today. */
export function todayHere(now: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** A moment of the relay's clock, in the words of this device's calendar. */
export function momentText(iso: string, language: 'zh' | 'en'): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(at)
}
