/** 令牌：供脚本以某个账号的身份访问，到期自动失效。令牌只显示一次，中继只保存其哈希。 */
import { ok, refuse } from '@yejibu/shared/kernel/result'
import { PERSON, personCalled } from './account-commands.ts'
import type { Command } from './command.ts'
import { table } from './table.ts'

const DAY = 86_400_000
const DEFAULT_DAYS = '30'
const MAX_DAYS = 366

export const tokenIssue: Command = {
  words: 'token issue',
  about: '签发一个令牌，在标准输出显示一次',
  takes: [{ ...PERSON, about: '令牌代表谁：用户名或账号编号' }],
  options: {
    for: { type: 'string', value: '用途', about: '给谁、做什么用，显示在列表里' },
    days: { type: 'string', value: '天数', about: `有效天数，1–${MAX_DAYS}，默认 ${DEFAULT_DAYS}` },
  },
  async run(call) {
    const days = Number(call.option('days') ?? DEFAULT_DAYS)
    if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS) {
      return refuse({ kind: 'not-a-number', option: 'days', min: 1, max: MAX_DAYS })
    }
    const office = await call.office()
    const person = await personCalled(office, call.names[0] ?? '')
    if (!person.ok) return person
    const endsAt = call.terminal.now().getTime() + days * DAY
    const { id, token } = await office.sessions.issueScriptToken(person.value.id, call.option('for') ?? '脚本', endsAt)
    const until = new Date(endsAt).toISOString()
    return ok({
      text: [
        token,
        '',
        `令牌编号 ${id}，代表${person.value.name}，${until} 到期。请立即妥善保存，此后不再显示。`,
        '使用时放在请求头：Authorization: Bearer <令牌>。',
      ].join('\n'),
      json: { id, token, account: person.value.id, until },
    })
  },
}

export const tokenList: Command = {
  words: 'token list',
  about: '列出一个账号的登录和令牌',
  takes: [PERSON],
  options: {},
  async run(call) {
    const office = await call.office()
    const person = await personCalled(office, call.names[0] ?? '')
    if (!person.ok) return person
    const sessions = (await office.sessions.of(person.value.id)).map((session) => ({
      id: session.id,
      kind: session.kind,
      label: session.label,
      createdAt: new Date(session.createdAt).toISOString(),
      usedAt: new Date(session.usedAt).toISOString(),
      endsAt: new Date(session.endsAt).toISOString(),
    }))
    const rows = sessions.map((s) => [s.id, s.kind === 'script' ? '令牌' : '登录', s.label, s.usedAt, s.endsAt])
    return ok({
      text: table(['编号', '种类', '用途', '最近使用', '最迟到期'], rows, '没有登录，也没有令牌。'),
      json: sessions,
    })
  },
}

export const tokenRevoke: Command = {
  words: 'token revoke',
  about: '使一个登录或令牌立即失效',
  takes: [PERSON, { name: '编号', option: 'token', about: '见 token list' }],
  options: {},
  async run(call) {
    const office = await call.office()
    const person = await personCalled(office, call.names[0] ?? '')
    if (!person.ok) return person
    const id = call.names[1] ?? ''
    if (!(await office.sessions.of(person.value.id)).some((session) => session.id === id)) {
      return refuse({ kind: 'no-such-token' })
    }
    await office.sessions.end(id)
    return ok({ text: `${person.value.name}的 ${id} 已失效。`, json: { id } })
  },
}
