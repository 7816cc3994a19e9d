/** 计划：发布与列出。已发布的版本不能更改，改动即发布下一个版本。 */
import { readFile } from 'node:fs/promises'
import { planIdSchema } from '@yejibu/shared/kernel/ids'
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import { foldPlan, isPlanFact } from '@yejibu/shared/plan/plan-facts'
import { BUILT_IN_PLANS } from '@yejibu/shared/plan/plans/built-in-plans'
import type { Refusal } from '@yejibu/shared/wire/problem'
import * as z from 'zod/mini'
import type { Call, Command } from './command.ts'
import { table } from './table.ts'

/** Only whose stream it is; the rest is judged by the rules for plans. */
const planHead = z.looseObject({ id: planIdSchema, version: z.int(), title: z.string() })

export const planPublish: Command = {
  words: 'plan publish',
  about: '发布一个申报计划',
  takes: [
    { name: '文件', option: 'file', about: `计划的 JSON 文件，或内置计划：${Object.keys(BUILT_IN_PLANS).join('、')}` },
  ],
  options: {
    open: { type: 'string', value: '时间', about: '内置计划的开始时间，如 2026-03-01T09:00:00+08:00' },
    close: { type: 'string', value: '时间', about: '内置计划的截止时间' },
  },
  async run(call) {
    const read = await planAsked(call)
    if (!read.ok) return read
    const head = planHead.safeParse(read.value)
    if (!head.success) {
      const at = head.error.issues.map((issue) => ({ path: issue.path.join('.'), rule: issue.code ?? 'invalid' }))
      return refuse({ kind: 'plan-malformed', at })
    }
    const { id, version, title } = head.data
    const office = await call.office()
    const done = await office.performPlan(id, { kind: 'publish-plan', plan: read.value }, 'relay')
    if (!done.ok) return done
    return ok({ text: `已发布“${title}”（${id}，第 ${version} 版）。`, json: { id, version, title } })
  },
}

export const planList: Command = {
  words: 'plan list',
  about: '列出已发布的计划',
  takes: [],
  options: {},
  async run(call) {
    const office = await call.office()
    const ids = await office.plans.all()
    const plans = await Promise.all(
      ids.map(async (id) => {
        const { versions, isWithdrawn } = foldPlan((await office.ledger.read(`plan/${id}`)).filter(isPlanFact))
        const newest = versions.at(-1)
        return { id, version: newest?.version ?? 0, title: newest?.title ?? '', window: newest?.window, isWithdrawn }
      }),
    )
    const rows = plans.map((plan) => [
      plan.id,
      String(plan.version),
      plan.isWithdrawn ? '已撤回' : '已发布',
      plan.window?.open ?? '',
      plan.window?.close ?? '',
      plan.title,
    ])
    return ok({
      text: table(
        ['编号', '版本', '状态', '开始', '截止', '名称'],
        rows,
        '还没有发布任何计划。请用 plan publish 发布。',
      ),
      json: plans,
    })
  },
}

async function planAsked(call: Call): Promise<Result<unknown, Refusal>> {
  const asked = call.names[0] ?? ''
  const [open, close] = [call.option('open'), call.option('close')]
  const builtIn = Object.entries(BUILT_IN_PLANS).find(([id]) => id === asked)
  if (builtIn) return open && close ? ok(builtIn[1]({ open, close })) : refuse({ kind: 'window-required' })
  try {
    return ok(JSON.parse(await readFile(asked, 'utf8')))
  } catch {
    return refuse({ kind: 'file-unreadable', path: asked })
  }
}
