/** Every part of the interface in its states, on one page. In development only: to look at, never to ship. */
import { createSignal, type JSX } from 'solid-js'
import { useLanguage } from '../../language/language.tsx'
import { AlertDialog } from '../alert-dialog.tsx'
import { Badge, Count } from '../badge.tsx'
import { Banner } from '../banner.tsx'
import { Button } from '../button.tsx'
import { Card } from '../card.tsx'
import { Dialog } from '../dialog.tsx'
import { EmptyState } from '../empty-state.tsx'
import { Menu } from '../menu.tsx'
import { PageHeader } from '../page-header.tsx'
import { Progress } from '../progress.tsx'
import { Shortcut } from '../shortcut.tsx'
import { Skeleton } from '../skeleton.tsx'
import { Table } from '../table.tsx'
import { Tabs } from '../tabs.tsx'
import { chooseTheme } from '../theme.ts'
import { useToasts } from '../toasts.tsx'
import { GalleryFields } from './gallery-fields.tsx'
import { GalleryFrame } from './gallery-frame.tsx'

const ROWS = [
  {
    title: '曹娥江流域水质自动监测站建设',
    month: '202206',
    place: '第 2 / 9 人',
    state: () => (
      <Badge tone="good" mark="check">
        已核定
      </Badge>
    ),
  },
  {
    title: '越城区 PM2.5 与臭氧协同控制方案研究',
    month: '202111',
    place: '第 1 / 4 人',
    state: () => (
      <Badge tone="info" mark="clock">
        待审核
      </Badge>
    ),
  },
  {
    title: '化工园区挥发性有机物走航监测',
    month: '202009',
    place: '第 3 / 6 人',
    state: () => (
      <Badge tone="bad" mark="returned">
        已退回
      </Badge>
    ),
  },
  {
    title: '饮用水源地突发环境事件应急预案',
    month: '201912',
    place: '第 1 / 2 人',
    state: () => (
      <Badge tone="warn" mark="changed">
        核定后有修改
      </Badge>
    ),
  },
]

export default function Page(): JSX.Element {
  const { choose } = useLanguage()
  const toasts = useToasts()
  const [isDialog, setDialog] = createSignal(new URLSearchParams(window.location.search).get('open') === 'dialog')
  const [isAlert, setAlert] = createSignal(new URLSearchParams(window.location.search).get('open') === 'alert')
  const [tab, setTab] = createSignal('all')
  return (
    <GalleryFrame>
      <div class="page stack">
        <PageHeader
          title="界面部件"
          about="各部件在各种状态下的样子。"
          back={{ href: '/', label: '首页' }}
          aside={<Badge tone="plain">开发用</Badge>}
          actions={
            <>
              <Button onPress={() => chooseTheme('light')}>浅色</Button>
              <Button onPress={() => chooseTheme('dark')}>深色</Button>
              <Button onPress={() => choose('en')}>English</Button>
              <Button look="primary" onPress={() => choose('zh')}>
                中文
              </Button>
            </>
          }
        />
        <Banner kind="warning" title="有 2 条业绩被退回" actions={<Button size="small">去处理</Button>}>
          请按单位意见修改后重新提交审核。
        </Banner>
        <Banner kind="info">第 3 栏“继续教育”还缺 2021 年度的学时。</Banner>
        <Banner kind="success">申报已提交，内容已冻结。</Banner>
        <Banner kind="error" isQuiet>
          本机存储空间不足，新内容无法保存。
        </Banner>
        <Card
          title="工程技术项目"
          aside={<Progress label="填写进度" value={11} max={16} valueLabel="11 / 16" />}
          isFlush
        >
          <Table
            caption="工程技术项目"
            rows={ROWS}
            columns={[
              { key: 'title', label: '名称', cell: (row) => row.title },
              { key: 'month', label: '完成年月', cell: (row) => row.month },
              { key: 'place', label: '本人排名', cell: (row) => row.place, isNumber: true },
              { key: 'state', label: '状态', cell: (row) => row.state() },
            ]}
          />
        </Card>
        <Card title="按钮" foot={<Shortcut keys={['Ctrl', 'Enter']} />}>
          <div class="row">
            <Button look="primary">提交审核</Button>
            <Button>保存</Button>
            <Button look="quiet">取消</Button>
            <Button look="danger" onPress={() => setAlert(true)}>
              删除
            </Button>
            <Button look="primary" isBusy>
              正在提交
            </Button>
            <Button whyNot="还有必填项没有填写">提交申报</Button>
            <Button onPress={() => setDialog(true)}>退回意见…</Button>
            <Button onPress={() => toasts.offerUndo('已删除“曹娥江流域水质自动监测站建设”', () => undefined)}>
              撤销提示
            </Button>
            <Menu
              label="更多操作"
              trigger="⋯"
              entries={[
                { label: '复制一份', onChoose: () => undefined },
                { label: '删除', onChoose: () => undefined, isDangerous: true, startsGroup: true },
              ]}
            />
            <Count n={12} label="12 项" />
            <Count n={3} label="3 项" isLoud />
          </div>
        </Card>
        <GalleryFields />
        <Card>
          <Tabs
            label="审核状态"
            chosen={tab()}
            onChoose={setTab}
            tabs={[
              { key: 'all', label: '全部', count: 42, content: () => <p>全部条目</p> },
              { key: 'waiting', label: '待审核', count: 5, content: () => <p>待审核条目</p> },
              { key: 'returned', label: '已退回', content: () => <Skeleton lines={3} /> },
            ]}
          />
          <dl class="facts">
            <dt>姓名</dt>
            <dd>许明川</dd>
            <dt>现任专业技术职务</dt>
            <dd>助理工程师（2017年12月取得）</dd>
          </dl>
        </Card>
        <EmptyState title="还没有论文" action={<Button look="primary">添加论文</Button>}>
          公开发表的专业论文填在这里，附刊物封面、目录和正文首页。
        </EmptyState>
        <Dialog
          isOpen={isDialog()}
          onClose={() => setDialog(false)}
          title="退回这一条"
          about="退回后申报人会看到原因，修改后可以重新提交。"
          actions={
            <>
              <Button onPress={() => setDialog(false)}>取消</Button>
              <Button look="primary">退回</Button>
            </>
          }
        >
          <p>证明材料与填写的完成时间不一致。</p>
        </Dialog>
        <AlertDialog
          isOpen={isAlert()}
          title="删除“曹娥江流域水质自动监测站建设”？"
          body="条目和 3 份证明材料会从您的档案中移除。已经核定的版本仍然保留在单位。"
          confirm="删除这一条"
          isDangerous
          onConfirm={() => setAlert(false)}
          onCancel={() => setAlert(false)}
        />
      </div>
    </GalleryFrame>
  )
}
