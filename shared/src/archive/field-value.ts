/** Judges one value by its field's type alone (domain §7.1). Values are as `normaliseInput` leaves them. */
import { isDay, monthOfDay, parseYearMonth } from '../kernel/year-month.ts'
import type { CodePattern, Field, FieldType } from './field.ts'
import type { Text } from './label.ts'
import type { Problem, RuleCode } from './problem.ts'

/** @param today `YYYY-MM-DD`; nothing but a month that says so lies in the future */
export function valueProblem(field: Field, value: string, today: string): Problem | null {
  const say = (code: RuleCode, zh: string, en: string, severity: Problem['severity'] = 'error'): Problem => ({
    code,
    field: field.name,
    severity,
    message: { zh, en },
  })
  const { type, label } = field
  switch (type.kind) {
    case 'text':
    case 'prose':
    case 'code': {
      const chars = [...value].length
      if (chars > type.maxChars) {
        return say(
          'V-LEN',
          `“${label.zh}”限${type.maxChars}字以内，当前${chars}字，请删减。`,
          `“${label.en}” takes at most ${type.maxChars} characters; shorten it from ${chars}.`,
        )
      }
      return type.kind === 'code' && type.pattern ? codeProblem(type.pattern, value, say) : null
    }
    case 'month': {
      const month = parseYearMonth(value)
      if (!month) {
        return say(
          'V-DATE-YM',
          '时间须填写6位数字年月，如“200808”。',
          'Write six digits, year and month, such as “200808”.',
        )
      }
      return month > monthOfDay(today) && !type.mayBeFuture
        ? say('V-DATE-ORDER', '时间不能晚于当前月份。', 'This month is still to come; correct it.')
        : null
    }
    case 'date':
      if (!isDay(value)) {
        return say(
          'V-DATE-D',
          '日期须填写年、月、日，如“1990-05-12”。',
          'Write year, month and day, such as “1990-05-12”.',
        )
      }
      return value > today ? say('V-DATE-ORDER', '日期不能晚于今天。', 'This day is still to come; correct it.') : null
    case 'year':
      if (!/^(?:19|20)\d{2}$/.test(value)) {
        return say('V-DATE-Y', '年度须填写4位数字，如“2021”。', 'Write four digits, such as “2021”.')
      }
      return value > today.slice(0, 4)
        ? say('V-DATE-ORDER', '年度不能晚于当前年度。', 'This year is still to come; correct it.')
        : null
    case 'integer':
    case 'decimal':
      return isNumberOf(type, value) ? null : say('V-NUM', ...numberAsked(label, type))
    case 'choice':
      return type.options.some((o) => o.code === value)
        ? null
        : say('V-CHOICE', `请在列表中选择“${label.zh}”。`, `Choose “${label.en}” from the list.`)
    case 'yes-no':
      return value === 'yes' || value === 'no'
        ? null
        : say('V-CHOICE', `请选择“${label.zh}”：是或否。`, `Choose yes or no for “${label.en}”.`)
  }
}

type NumberType = Extract<FieldType, { kind: 'integer' | 'decimal' }>

function isNumberOf(type: NumberType, value: string): boolean {
  const places = type.kind === 'decimal' ? type.places : 0
  const form = places === 0 ? /^\d{1,15}$/ : new RegExp(`^\\d{1,15}(?:\\.\\d{1,${places}})?$`)
  return form.test(value) && Number(value) >= type.min && Number(value) <= type.max
}

function numberAsked(label: Text, type: NumberType): [string, string] {
  if (type.kind === 'integer') {
    return [
      `“${label.zh}”须填写${type.min}至${type.max}之间的整数。`,
      `“${label.en}” is a whole number from ${type.min} to ${type.max}.`,
    ]
  }
  return [
    `“${label.zh}”须填写${type.min}至${type.max}之间的数字，最多${type.places}位小数。`,
    `“${label.en}” is a number from ${type.min} to ${type.max} with at most ${type.places} decimal places.`,
  ]
}

type Say = (code: RuleCode, zh: string, en: string, severity?: Problem['severity']) => Problem

function codeProblem(pattern: CodePattern, value: string, say: Say): Problem | null {
  switch (pattern) {
    case 'id-number':
      // Which form it must have depends on the kind of document: the profile's V-ID rule.
      return null
    case 'mobile':
      return /^1[3-9]\d{9}$/.test(value)
        ? null
        : say('V-PHONE', '请输入正确的手机号码。', 'Write a mobile number of eleven digits.')
    case 'isbn':
      return isIsbn(value)
        ? null
        : say(
            'V-ISBN',
            'ISBN校验位不符，请对照版权页核对。',
            'The ISBN does not check; compare it with the imprint.',
            'warning',
          )
    case 'patent-number':
      return isPatentNumber(value)
        ? null
        : say(
            'V-PATENT',
            '专利号格式或校验位不符，请对照证书核对。',
            'The number does not check; compare it with the certificate.',
            'warning',
          )
  }
}

/** ISO 2108: thirteen digits weighted 1, 3 modulo 10, or ten weighted 10 to 1 modulo 11. */
export function isIsbn(value: string): boolean {
  const digits = value.replace(/-/g, '')
  if (/^97[89]\d{10}$/.test(digits)) {
    return [...digits].reduce((sum, digit, place) => sum + Number(digit) * (place % 2 === 0 ? 1 : 3), 0) % 10 === 0
  }
  if (!/^\d{9}[\dX]$/.test(digits)) return false
  const sum = [...digits].reduce((total, d, place) => total + (d === 'X' ? 10 : Number(d)) * (10 - place), 0)
  return sum % 11 === 0
}

/**
 * A patent number of China (ZC 0006: eight or twelve digits weighted 2 to 9 over and over, modulo 11, after the point) or the
 * registration number of software (2020SR1234567).
 */
export function isPatentNumber(value: string): boolean {
  if (/^\d{4}SR\d{6,7}$/.test(value)) return true
  const parts = /^(?:ZL)?(\d{12}|\d{8})\.?([\dX])$/.exec(value)
  if (!parts?.[1]) return false
  const sum = [...parts[1]].reduce((total, digit, place) => total + Number(digit) * ((place % 8) + 2), 0)
  return '0123456789X'.charAt(sum % 11) === parts[2]
}
