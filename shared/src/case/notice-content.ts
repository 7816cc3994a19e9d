/**
 * What a public notice shows of an application (公示表, domain §6 F1): opened field by field from the frozen submission by the list below, and
 * nothing else. Never a number of an identity card or a telephone, whole or in part, and of the birth date the year alone: knowing all that is
 * shown, and even the city, more than a million card numbers remain possible.
 */
import { readIdCard } from '../account/id-card.ts'
import type { Submission } from '../application/submission.ts'
import type { FieldValues, Part } from '../archive/item.ts'
import type { Digest } from '../archive/revision.ts'
import { sectionByKey } from '../archive/sections.ts'
import { canonicalCode, canonicalJson, sha256Hex } from '../kernel/canonical.ts'

/** Of the profile, besides the year of birth. */
const SHOWN_OF_PROFILE = [
  'fullName',
  'gender',
  'currentTitleName',
  'titleObtainedYm',
  'titleAppointedYm',
  'specialty',
] as const

/** Of any entry, where its section has the field, besides its title and date. */
const SHOWN_OF_ENTRY = [
  'beginYm',
  'major',
  'eduLevel',
  'degree',
  'position',
  'rank',
  'authorRank',
  'role',
  'result',
  'hours',
  'subject',
] as const

export interface NoticeEntry {
  readonly part: Part
  readonly title: string
  readonly date: string
  readonly shown: Readonly<Record<string, string>>
}

export interface NoticeContent {
  readonly employer: string
  readonly plan: string
  readonly type: string
  readonly category: string
  readonly birthYear: string
  readonly person: Readonly<Record<string, string>>
  readonly entries: readonly NoticeEntry[]
}

export function noticeContentOf({ employer, plan, form, profile, pulls }: Submission): NoticeContent {
  const { fields } = profile.content
  const hidden = [fields.idNumber, fields.mobile].flatMap((value) => (value ? [value] : []))
  const show = (value: string | null | undefined) => withoutBirth(withoutNumbers(value ?? '', hidden), fields)
  return {
    employer: employer.name,
    plan: plan.title,
    type: form.type,
    category: form.category,
    birthYear: (fields.birthDate ?? '').slice(0, 4),
    person: Object.fromEntries(SHOWN_OF_PROFILE.map((key) => [key, show(fields[key])])),
    entries: pulls.map(({ part, content }) => {
      const { titleField, dateField } = part === 'profile' ? { titleField: '', dateField: '' } : sectionByKey(part)
      const others = SHOWN_OF_ENTRY.filter((key) => key !== titleField && content.fields[key])
      return {
        part,
        title: show(content.fields[titleField]),
        date: show(content.fields[dateField]).slice(0, 6),
        shown: Object.fromEntries(others.map((key) => [key, show(content.fields[key])])),
      }
    }),
  }
}

export function noticeDigest(content: NoticeContent): Digest {
  return sha256Hex('yejibu/notice/v2\n', canonicalJson(content))
}

const MASK = '＊＊＊'

/** Text with the given numbers, every valid card number and every mobile number masked, however they are spaced. */
export function withoutNumbers(text: string, hidden: readonly string[]): string {
  const spaced = /[0-9０-９][0-9０-９ 　\-－·.]{9,}[0-9０-９XxＸｘ]/g
  const masked = text.replace(spaced, (run) => {
    const groups = canonicalCode(run).match(/[0-9Xx]+/g) ?? []
    return isPrivate(groups.join(''), hidden) || hasMobile(groups) ? MASK : run
  })
  const whole = hidden.reduce((left, number) => left.replaceAll(number, MASK), masked)
  return whole.replace(STARRED, (part) => (isPartOf(part, hidden) ? MASK : part)).replace(ENDING, `$1${MASK}`)
}

/** A number of which somebody starred the middle, or told the end alone. */
const STARRED = /[0-9０-９]{0,14}[*＊×xXＸｘ•●○_＿]{3,}[0-9０-９]{0,6}[0-9０-９XxＸｘ]?/g
const ENDING = /(尾号|[后末](?:[四六]|4|6)位(?:数字?|号码)?)[为是：: 　]{0,3}[0-9０-９]{3,5}[0-9０-９XxＸｘ]/g

function isPartOf(part: string, hidden: readonly string[]): boolean {
  const [, from = '', to = ''] = /^([0-9]*)[^0-9]+([0-9]*[0-9X]?)$/.exec(canonicalCode(part).toUpperCase()) ?? []
  return hidden.some((number) => {
    const begins = from.length >= 3 && number.startsWith(from)
    return begins || (to.length >= 3 && number.toUpperCase().endsWith(to))
  })
}

/** Text without the day or month on which the person was born: the year alone is shown, wherever she wrote the rest. */
function withoutBirth(text: string, { birthDate, idNumber }: FieldValues): string {
  const card = readIdCard(idNumber ?? '')
  const days = new Set([...(birthDate ? [birthDate] : []), ...(card.ok ? [card.value.birthDate] : [])])
  return [...days].reduce((left, day) => left.replace(writtenOut(day), MASK), text)
}

/** `1988-03-07` as people write it: 1988年3月7日, 1988.03, 19880307. */
function writtenOut(day: string): RegExp {
  const [year = '', month = '', date = ''] = day.split('-')
  const between = '[-－./年 　]{1,2}'
  const short = (part: string) => `0?${Number(part)}`
  const spaced = `${year}${between}${short(month)}(?:[-－./月 　]{1,2}${short(date)}日?|月)?(?![0-9])`
  return new RegExp(`${spaced}|${year}${month}${date}`, 'g')
}

function isPrivate(digits: string, hidden: readonly string[]): boolean {
  if (hidden.some((number) => digits.toUpperCase().includes(number.toUpperCase()))) return true
  for (let from = 0; from + 18 <= digits.length; from++) {
    if (readIdCard(digits.slice(from, from + 18)).ok) return true
  }
  return false
}

/** A mobile number in whole groups, whatever other numbers stand beside it; digits inside a longer group are not one. */
function hasMobile(groups: readonly string[]): boolean {
  return groups.some((_, from) => {
    let joined = ''
    for (const group of groups.slice(from)) {
      joined += group
      if (joined.length >= 11) return /^1[3-9]\d{9}$/.test(joined)
    }
    return false
  })
}

/**
 * How many card numbers fit what is shown, for somebody who also knows in which of `places` counties the card was first issued.
 * Sequence numbers of one sex: 500 a day and place; the check character follows from the rest.
 */
export function cardNumbersLeft(content: NoticeContent, places: number): number {
  const days = content.birthYear === '' ? 80 * 365 : 365
  return places * days * ((content.person.gender ?? '') === '' ? 1000 : 500)
}
