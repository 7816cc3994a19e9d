/** 账号：开通、列出、改密码、停用。密码从终端或标准输入读取，从不写在命令里。 */
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import type { Refusal } from '@yejibu/shared/wire/problem'
import type { Person } from '../../account/directory.ts'
import type { Office } from '../../office.ts'
import type { Call, Command, Taken } from './command.ts'
import { table } from './table.ts'

/** By user name, or by id. */
export async function personCalled(office: Office, name: string): Promise<Result<Person, Refusal>> {
  const people = await office.directory.people()
  const person = people.find((p) => p.username === name) ?? people.find((p) => p.id === name)
  return person ? ok(person) : refuse({ kind: 'no-such-account' })
}

export const PERSON: Taken = { name: '用户名', option: 'account', about: '用户名或账号编号' }

export const accountAdd: Command = {
  words: 'account add',
  about: '开通一个账号',
  takes: [{ name: '用户名', option: 'username', about: '登录时填写' }],
  options: {
    name: { type: 'string', value: '姓名', about: '真实姓名', isRequired: true },
    id: { type: 'string', value: '编号', about: '账号编号；不指定则自动生成' },
    'no-password': { type: 'boolean', about: '暂不设密码，此人暂时不能登录' },
  },
  async run(call) {
    const password = call.isSet('no-password') ? ok(null) : await newPassword(call)
    if (!password.ok) return password
    const office = await call.office()
    const id = call.option('id')
    const opened = await office.accounts.open(
      {
        username: call.names[0] ?? '',
        name: call.option('name') ?? '',
        password: password.value,
        ...(id === undefined ? {} : { id }),
      },
      'relay',
    )
    if (!opened.ok) return opened
    const { username, name } = opened.value
    return ok({
      text: `已为${name}开通账号 ${username}。请用 member add ${username} <单位编号> --role <角色> 加入单位。`,
      json: opened.value,
    })
  },
}

export const accountList: Command = {
  words: 'account list',
  about: '列出所有账号及其角色',
  takes: [],
  options: {},
  async run(call) {
    const { directory } = await call.office()
    const people = await directory.people()
    const listed = await Promise.all(
      people.map(async (person) => ({ ...person, memberships: await directory.membershipsOf(person.id) })),
    )
    const rows = listed.map((person) => [
      person.username,
      person.name,
      person.id,
      person.memberships.map((m) => `${m.orgId}:${m.role}`).join(' '),
    ])
    return ok({
      text: table(['用户名', '姓名', '编号', '单位与角色'], rows, '还没有任何账号。请用 account add 开通。'),
      json: listed,
    })
  },
}

export const accountPassword: Command = {
  words: 'account password',
  about: '为一个账号重设密码，其所有登录立即失效',
  takes: [PERSON],
  options: {},
  async run(call) {
    const office = await call.office()
    const person = await personCalled(office, call.names[0] ?? '')
    if (!person.ok) return person
    const password = await newPassword(call)
    if (!password.ok) return password
    const done = await office.accounts.setPassword(person.value.id, password.value, 'relay')
    if (!done.ok) return done
    return ok({ text: `已为${person.value.name}重设密码，原有登录均已失效。`, json: { account: person.value.id } })
  },
}

export const accountRevoke: Command = {
  words: 'account revoke',
  about: '立即终止一个账号的所有登录和令牌',
  takes: [PERSON],
  options: { reason: { type: 'string', value: '原因', about: '记入账本', isRequired: true } },
  async run(call) {
    const office = await call.office()
    const person = await personCalled(office, call.names[0] ?? '')
    if (!person.ok) return person
    const done = await office.accounts.revokeAccess(person.value.id, call.option('reason') ?? '', 'relay')
    if (!done.ok) return done
    return ok({
      text: `已终止${person.value.name}的所有登录和令牌。此人仍可用密码登录；如需阻止，请再运行 account password。`,
      json: { account: person.value.id },
    })
  },
}

/** Asked twice at a terminal, read once from a pipe. */
async function newPassword(call: Call): Promise<Result<string, Refusal>> {
  const first = await call.terminal.askSecret('新密码：')
  if (!call.terminal.isInteractive) return ok(first)
  const second = await call.terminal.askSecret('再输入一次：')
  return first === second ? ok(first) : refuse({ kind: 'passwords-differ' })
}
