/** The whole desk on a page, over an archive for tests. */
import { cleanup, render } from '@solidjs/testing-library'
import { accountIdSchema } from '@yejibu/shared/kernel/ids'
import { LanguageProvider } from '../../language/language.tsx'
import { ToastProvider } from '../../ui/toasts.tsx'
import { createReasonPhrases } from '../reason-phrases.ts'
import { ReviewDesk } from '../review-desk.tsx'
import { type ReviewedArchive, reviewedArchive } from './reviewed-archive.ts'

const COLLEAGUES = ['zhoumin', 'wangxiao'].map((account) => ({
  account: accountIdSchema.parse(account),
  name: account === 'zhoumin' ? '周敏' : '王晓',
}))

const open: { readonly dispose: () => Promise<void> }[] = []
/** After each test. */
export async function closeDesks(): Promise<void> {
  cleanup()
  for (const one of open.splice(0)) await one.dispose()
}

/** 周敏 before the archive of `reviewed-archive.ts`. */
export function onDesk(options?: Parameters<typeof reviewedArchive>[0]): ReviewedArchive {
  let reviewed: ReviewedArchive | undefined
  render(() => {
    const made = reviewedArchive(options)
    reviewed = made
    return (
      <LanguageProvider initially="zh">
        <ToastProvider>
          <ReviewDesk
            room={made.room}
            desk={{ doc: made.desk }}
            names={{ of: (account) => (account === 'wangxiao' ? '王晓' : undefined), colleagues: () => COLLEAGUES }}
            phrases={createReasonPhrases(made.own, made.handbook)}
            touched={async () => ({ ok: true, value: { applications: [] } })}
            presence={{ others: () => [], at: () => [] }}
            evidence={{ get: async () => ({ ok: false, refusal: { kind: 'unreachable' } }) }}
            outbox={made.outbox}
            myName="周敏"
            nameOf={() => undefined}
          />
        </ToastProvider>
      </LanguageProvider>
    )
  })
  if (!reviewed) throw new Error('nothing was rendered')
  open.push(reviewed)
  return reviewed
}
