/** 我的业绩档案 with what is missing for each plan beside it: the archive knows of no plan, so the two meet here. */
import { type JSX, lazy, Suspense } from 'solid-js'
import { Overview } from './archive/archive-page.tsx'
import { WithOwnArchive } from './archive/own-archive.tsx'
import { Skeleton } from './ui/skeleton.tsx'

/** Fetched after the archive is there: the rules of plans are much code, and nobody waits for them to begin to write. */
const MissingForPlans = lazy(() => import('./application/missing-for-plans.tsx'))

export default function Page(): JSX.Element {
  return (
    <WithOwnArchive>
      {(archive) => (
        <Overview
          archive={archive}
          forPlans={() => (
            <Suspense fallback={<Skeleton lines={3} />}>
              <MissingForPlans view={archive.view} />
            </Suspense>
          )}
        />
      )}
    </WithOwnArchive>
  )
}
