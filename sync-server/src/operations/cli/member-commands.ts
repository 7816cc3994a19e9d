/** 成员：谁在哪个单位担任什么角色。服务运行时的改动自下一次请求起生效。 */
import { ROLES, type Role } from '@yejibu/shared/account/actor'
import { orgIdSchema } from '@yejibu/shared/kernel/ids'
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import type { Refusal } from '@yejibu/shared/wire/problem'
import { PERSON, personCalled } from './account-commands.ts'
import type { Answer, Call, Command } from './command.ts'
import { table } from './table.ts'

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  applicant: '申报人',
  'hr-lead': '人事负责人',
  'hr-clerk': '人事经办人',
  department: '主管部门经办',
  'committee-office': '评审办经办',
  operator: '系统管理员',
}

const TAKES = [PERSON, { name: '单位编号', option: 'org', about: '见 org list' }]
const ROLE = { role: { type: 'string', value: '角色', about: ROLES.join(' | '), isRequired: true } } as const

export const memberAdd: Command = {
  words: 'member add',
  about: '让一个账号在单位担任一个角色',
  takes: TAKES,
  options: ROLE,
  run: (call) => change(call, 'add-member', '现为'),
}

export const memberRemove: Command = {
  words: 'member remove',
  about: '取消一个账号在单位的一个角色',
  takes: TAKES,
  options: ROLE,
  run: (call) => change(call, 'remove-member', '不再是'),
}

export const memberList: Command = {
  words: 'member list',
  about: '列出成员及角色',
  takes: [],
  options: { org: { type: 'string', value: '单位编号', about: '只列这个单位' } },
  async run(call) {
    const { directory } = await call.office()
    const asked = call.option('org')
    const orgs = (await directory.orgs()).filter(({ id }) => asked === undefined || id === asked)
    if (asked !== undefined && orgs.length === 0) return refuse({ kind: 'no-such-org' })
    const names = new Map((await directory.people()).map((person) => [person.id, person]))
    const members = (await Promise.all(orgs.map(({ id }) => directory.membersOf(id)))).flat().map((m) => ({
      ...m,
      username: names.get(m.account)?.username ?? m.account,
      name: names.get(m.account)?.name ?? '',
    }))
    const rows = members.map((m) => [m.orgId, m.orgName, m.username, m.name, ROLE_WORDS[m.role]])
    return ok({
      text: table(['单位编号', '单位', '用户名', '姓名', '角色'], rows, '还没有成员。请用 member add 添加。'),
      json: members,
    })
  },
}

async function change(
  call: Call,
  kind: 'add-member' | 'remove-member',
  verb: string,
): Promise<Result<Answer, Refusal>> {
  const role = ROLES.find((known) => known === call.option('role'))
  if (!role) return refuse({ kind: 'unknown-choice', option: 'role', choices: ROLES.join('、') })
  const org = orgIdSchema.safeParse(call.names[1])
  if (!org.success) return refuse({ kind: 'no-such-org' })
  const office = await call.office()
  const person = await personCalled(office, call.names[0] ?? '')
  if (!person.ok) return person
  const data = { org: org.data, account: person.value.id, role }
  const done = await office.performOrg({ kind, data }, 'relay')
  if (!done.ok) return done
  const name = (await office.directory.orgs()).find(({ id }) => id === org.data)?.name ?? org.data
  return ok({ text: `${person.value.name}${verb}“${name}”的${ROLE_WORDS[role]}。`, json: data })
}
