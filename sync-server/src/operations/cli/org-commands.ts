/** 单位：登记与列出。 */
import { ORG_KINDS, type OrgKind } from '@yejibu/shared/account/actor'
import { idFrom, orgIdSchema } from '@yejibu/shared/kernel/ids'
import { ok, refuse } from '@yejibu/shared/kernel/result'
import type { Command } from './command.ts'
import { table } from './table.ts'

export const ORG_KIND_WORDS: Readonly<Record<OrgKind, string>> = {
  employer: '用人单位',
  department: '主管部门',
  'committee-office': '评审办',
  relay: '服务运维',
}

export const orgAdd: Command = {
  words: 'org add',
  about: '登记一个单位',
  takes: [
    {
      name: '编号',
      option: 'id',
      about: '小写字母、数字和连字符，例如 yuezhou；不指定则自动生成，登记后不能更改',
      isOptional: true,
    },
  ],
  options: {
    name: { type: 'string', value: '全称', about: '单位全称，与公章一致', isRequired: true },
    kind: { type: 'string', value: '类别', about: ORG_KINDS.join(' | '), isRequired: true },
    'credit-code': { type: 'string', value: '代码', about: '统一社会信用代码' },
  },
  async run(call) {
    const id = orgIdSchema.safeParse(call.names[0] ?? idFrom(call.terminal.randomBytes(20)))
    if (!id.success)
      return refuse({ kind: 'malformed', at: [{ path: '编号', rule: '小写字母、数字和连字符，2–64 个' }] })
    const kind = ORG_KINDS.find((known) => known === call.option('kind'))
    if (!kind) return refuse({ kind: 'unknown-choice', option: 'kind', choices: ORG_KINDS.join('、') })
    const name = (call.option('name') ?? '').trim()
    if (name === '') return refuse({ kind: 'malformed', at: [{ path: '--name', rule: '不能为空' }] })
    const data = { org: id.data, name, kind, creditCode: call.option('credit-code') ?? null }
    const office = await call.office()
    const done = await office.performOrg({ kind: 'register-org', data }, 'relay')
    if (!done.ok) return done
    return ok({ text: `已登记${ORG_KIND_WORDS[kind]}“${name}”（${id.data}）。`, json: data })
  },
}

export const orgList: Command = {
  words: 'org list',
  about: '列出所有单位',
  takes: [],
  options: {},
  async run(call) {
    const orgs = await (await call.office()).directory.orgs()
    const rows = orgs.map((org) => [org.id, ORG_KIND_WORDS[org.kind], org.name, org.creditCode ?? ''])
    return ok({
      text: table(['编号', '类别', '全称', '统一社会信用代码'], rows, '还没有登记任何单位。请用 org add 登记。'),
      json: orgs,
    })
  },
}
