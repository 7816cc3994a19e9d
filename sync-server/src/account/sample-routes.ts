/**
 * The sample office's door: one button per made-up person, no password. The routes exist only in sample mode, which runs on this machine
 * alone (`config.ts`).
 */
import { CAST } from '@yejibu/shared/testing/people'
import type { SamplePerson } from '@yejibu/shared/wire/session'
import { Hono } from 'hono'
import * as z from 'zod/mini'
import { readBody } from '../http/parse.ts'
import { refused } from '../http/problem.ts'
import type { Directory } from './directory.ts'
import { beginSession } from './session-routes.ts'
import type { Sessions } from './sessions.ts'

const ABOUT: Readonly<Record<string, string>> = {
  shenzhiyuan: '档案还是空的，从第一条业绩记起',
  luqinghe: '档案记了一半，一条被退回，两条待审核',
  xumingchuan: '档案已核定，可以开始申报',
  qianrulan: '申报已提交',
  zhoumin: '审核本单位人员的业绩档案，可撤销核定',
  wangxiao: '协助审核本单位人员的业绩档案',
  sunli: '主管部门审查人员',
  chenyan: '市人力社保部门审查人员',
  hejing: '中级职称评审办工作人员',
  zhouhang: '管理单位与账号',
}

const signInAsSchema = z.strictObject({ username: z.string().check(z.maxLength(64)) })

export interface SampleRouteParts {
  readonly directory: Directory
  readonly sessions: Sessions
  readonly isHttps: boolean
}

export function sampleRoutes(parts: SampleRouteParts): Hono {
  return new Hono()
    .get('/people', (c) => c.json({ people: samplePeople() }))
    .post('/session', async (c) => {
      const body = await readBody(c, signInAsSchema)
      if (!body.ok) return refused(c, body.refusal)
      const person = await parts.directory.personByUsername(body.value.username)
      const isInCast = CAST.some(({ username }) => username === body.value.username)
      return person && isInCast ? beginSession(c, parts, person) : refused(c, { kind: 'not-found' })
    })
}

function samplePeople(): readonly SamplePerson[] {
  return CAST.map(({ username, name, memberships }) => ({
    username,
    name,
    // Whoever reviews is known for that, though she has an archive of her own.
    role: (memberships.find(({ role }) => role !== 'applicant') ?? memberships[0])?.role ?? 'applicant',
    about: ABOUT[username] ?? '',
  }))
}
