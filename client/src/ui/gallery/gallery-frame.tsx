import ChevronDown from 'lucide-solid/icons/chevron-down'
import User from 'lucide-solid/icons/user'
import type { JSX, ParentProps } from 'solid-js'
import { ConnectionBadge } from '../connection-badge.tsx'
import { Frame } from '../frame.tsx'
import { Menu } from '../menu.tsx'
import { NavCountsProvider, useNavCounts } from '../nav-counts.tsx'

export function GalleryFrame(props: ParentProps): JSX.Element {
  return (
    <NavCountsProvider>
      <Counted />
      <Frame
        nav={[
          { href: '/gallery', label: '我的业绩档案' },
          { href: '/application', label: '我的申报' },
          { href: '/review', label: '业绩档案审核' },
        ]}
        end={
          <>
            <ConnectionBadge state="offline" waiting={3} />
            <Menu
              label="许明川的菜单"
              triggerClass="frame__person"
              trigger={
                <>
                  <User size={16} aria-hidden="true" />
                  <span class="frame__person-name">许明川</span>
                  <ChevronDown size={14} aria-hidden="true" />
                </>
              }
              entries={[{ label: '设置', onChoose: () => undefined }]}
            />
          </>
        }
      >
        {props.children}
      </Frame>
    </NavCountsProvider>
  )
}

function Counted(): JSX.Element {
  useNavCounts().report('/review', () => 5)
  return null
}
