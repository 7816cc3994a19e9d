import { describe, expect, test } from 'vitest'
import type { OrgId } from '../kernel/ids.ts'
import { given } from '../testing/given.ts'
import { actorOf, LU_QINGHE, SHEN_ZHIYUAN, YUEZHOU, ZHOU_HANG } from '../testing/people.ts'
import { creditCodeCheck } from './credit-code.ts'
import {
  decideRegistration,
  type EmployerParticulars,
  type RegistrationCommand,
  type RegistrationFact,
  type RegistrationSituation,
  registrationOf,
} from './employer-registration.ts'

const ORG = 'yanjiuyuan' as OrgId
const LEAD = { accountId: SHEN_ZHIYUAN.accountId, memberships: [] }
const OPERATOR = actorOf(ZHOU_HANG)
const CODE = `12330600MB1234567${creditCodeCheck('12330600MB1234567')}`
const PARTICULARS: EmployerParticulars = {
  name: '绍兴市鉴湖生态环境研究院',
  creditCode: CODE,
  nature: 'institution',
  region: '浙江省绍兴市越城区',
  department: '绍兴市生态环境局',
  contact: '金瑞',
  phone: '0575-88000000',
}
const [SCAN, OTHER_SCAN] = ['a'.repeat(64), 'b'.repeat(64)]

const applied: RegistrationFact = {
  kind: 'employer-applied',
  data: { org: ORG, lead: LEAD.accountId, ...PARTICULARS },
}
const sent: RegistrationFact = { kind: 'authorisation-sent', data: { org: ORG, sha256: SCAN } }
const approved: RegistrationFact = { kind: 'authorisation-approved', data: { org: ORG, sha256: SCAN } }
const refused: RegistrationFact = {
  kind: 'authorisation-refused',
  data: { org: ORG, sha256: SCAN, reason: '公章不清晰' },
}

const register: RegistrationCommand = { kind: 'register-employer', org: ORG, particulars: PARTICULARS }
const send: RegistrationCommand = { kind: 'send-authorisation', org: ORG, sha256: SCAN }
const approve: RegistrationCommand = { kind: 'approve-employer', org: ORG, sha256: SCAN }
const refuse: RegistrationCommand = { kind: 'refuse-employer', org: ORG, sha256: SCAN, reason: '公章不清晰' }
const bind: RegistrationCommand = { kind: 'bind-employer', org: ORG }

const history = (facts: readonly RegistrationFact[], situation: Partial<RegistrationSituation> = {}) =>
  given(
    registrationOf(facts),
    (state, command: RegistrationCommand) =>
      decideRegistration(state, command, {
        actor: LEAD,
        isBound: false,
        codeHolder: null,
        openRegistration: null,
        hasScan: true,
        ...situation,
      }),
    (actual, expected) => expect(actual).toEqual(expected),
  )

describe('the way of an employer into the office', () => {
  test('[ACC-9] is registered, sealed, approved and bound, and its lead heads its HR', () => {
    history([]).when(register).gives([applied])
    history([applied]).when(send).gives([sent])
    history([applied, sent], { actor: OPERATOR }).when(approve).gives([approved])
    history([applied, sent, approved])
      .when(bind)
      .gives([
        { kind: 'org-registered', data: { org: ORG, name: PARTICULARS.name, kind: 'employer', creditCode: CODE } },
        { kind: 'member-added', data: { org: ORG, account: LEAD.accountId, role: 'hr-lead' } },
      ] as never)
  })

  test('[ACC-9] a refusal needs a reason and leads back to correcting and sending again', () => {
    const operator = history([applied, sent], { actor: OPERATOR })
    operator.when({ ...refuse, reason: ' 缺 ' }).refuses({ kind: 'reason-required' })
    operator.when(refuse).gives([refused])
    const corrected = { ...register, particulars: { ...PARTICULARS, contact: ' 金 瑞 ' } }
    history([applied, sent, refused])
      .when(corrected)
      .gives([{ kind: 'employer-applied', data: { ...applied.data, contact: '金 瑞' } }] as never)
    history([applied, sent, refused])
      .when({ ...send, sha256: OTHER_SCAN })
      .gives([{ kind: 'authorisation-sent', data: { org: ORG, sha256: OTHER_SCAN } }])
    expect(registrationOf([applied, sent, refused])?.reason).toBe('公章不清晰')
  })

  test('[ACC-9] no step is taken out of its turn', () => {
    history([applied]).when(bind).refuses({ kind: 'registration-elsewhere', stage: 'registered' })
    history([applied, sent]).when(register).refuses({ kind: 'registration-elsewhere', stage: 'authorisation-pending' })
    history([applied, sent]).when(send).refuses({ kind: 'registration-elsewhere' })
    history([applied, sent]).when(bind).refuses({ kind: 'registration-elsewhere' })
    history([applied], { actor: OPERATOR }).when(approve).refuses({ kind: 'registration-elsewhere' })
    history([applied, sent, approved], { actor: OPERATOR }).when(refuse).refuses({ kind: 'registration-elsewhere' })
    history([applied], { hasScan: false }).when(send).refuses({ kind: 'authorisation-not-here' })
    history([], { isBound: true }).when(register).refuses({ kind: 'org-exists' })
    history([], { openRegistration: 'andere' as OrgId })
      .when(register)
      .refuses({ kind: 'registration-open' })
  })

  test('[ACC-9] the judgement names the scan that was judged', () => {
    history([applied, sent], { actor: OPERATOR })
      .when({ ...approve, sha256: OTHER_SCAN })
      .refuses({ kind: 'authorisation-moved-on', saw: OTHER_SCAN, current: SCAN })
  })

  test('[ACC-10] nobody but its registrant acts for it, and nobody judges her own', () => {
    for (const stranger of [actorOf(LU_QINGHE), OPERATOR]) {
      history([applied], { actor: stranger }).when(register).refuses({ kind: 'not-yours' })
      history([applied], { actor: stranger }).when(send).refuses({ kind: 'not-yours' })
      history([applied, sent, approved], { actor: stranger }).when(bind).refuses({ kind: 'not-yours' })
    }
    for (const other of [LEAD, actorOf(LU_QINGHE)]) {
      history([applied, sent], { actor: other }).when(approve).refuses({ kind: 'not-yours' })
      history([applied, sent], { actor: other }).when(refuse).refuses({ kind: 'not-yours' })
    }
    const own: RegistrationFact = { kind: 'employer-applied', data: { ...applied.data, lead: OPERATOR.accountId } }
    history([own, sent], { actor: OPERATOR }).when(approve).refuses({ kind: 'not-yours' })
  })

  test('[ACC-12] a credit code belongs to one employer, at registering and at approving', () => {
    const codeHolder = { org: YUEZHOU.id, name: YUEZHOU.name }
    history([], { codeHolder }).when(register).refuses({ kind: 'credit-code-taken', name: YUEZHOU.name })
    history([applied, sent], { actor: OPERATOR, codeHolder }).when(approve).refuses({ kind: 'credit-code-taken' })
  })

  test('[ACC-12] a malformed code is refused, one whose check differs is let through (V-ORG-1)', () => {
    const with_ = (creditCode: string) => ({ ...register, particulars: { ...PARTICULARS, creditCode } })
    history([])
      .when(with_('12330600OI1234567A'))
      .refuses({ kind: 'particulars-refused', fields: ['creditCode'] })
    const differing = `12330600MB1234567${CODE.endsWith('A') ? 'B' : 'A'}`
    expect(
      decideRegistration(null, with_(differing), {
        actor: LEAD,
        isBound: false,
        codeHolder: null,
        openRegistration: null,
        hasScan: false,
      }).ok,
    ).toBe(true)
  })

  test('[ACC-9] each line of the form has 2 to 100 characters', () => {
    const particulars = { ...PARTICULARS, name: ' 甲 ', region: '区'.repeat(101), phone: '' }
    history([])
      .when({ ...register, particulars })
      .refuses({ kind: 'particulars-refused', fields: ['name', 'region', 'phone'] })
  })
})
