import { cleanup, screen } from '@solidjs/testing-library'
import { refuse } from '@yejibu/shared/kernel/result'
import { huzhou2020Mid } from '@yejibu/shared/plan/plans/huzhou-2020-mid'
import { expect, it } from 'vitest'
import { OWNER, renderPage } from '../../archive/testing/archive-stage.tsx'
import { PLAN, WINDOW } from '../testing/draft-stage.tsx'
import { PhotoPart } from './photo-part.tsx'

const FILES = {
  get: () => Promise.resolve(refuse({ kind: 'unreachable' } as const)),
  add: () => Promise.reject(new Error('nothing is added here')),
}

it('[CLIENT-256] asks for a photo of one or two inches where the plan does, and nowhere else', () => {
  const shown = (plan: typeof PLAN) => {
    cleanup()
    renderPage(() => (
      <PhotoPart plan={plan} owner={OWNER} photo={null} files={FILES} onChange={() => undefined} isReadOnly={false} />
    ))
    return screen.queryByText('请上传1寸或2寸白底证件照。')
  }
  expect(shown(huzhou2020Mid(WINDOW))).toBeInTheDocument()
  expect(shown(PLAN)).toBeNull()
})
