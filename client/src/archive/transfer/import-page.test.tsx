import { screen, waitFor, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { hostileStrings } from '@yejibu/shared/archive/transfer/testing/hostile-strings'
import { describe, expect, it } from 'vitest'
import { archiveStage, renderPage } from '../testing/archive-stage.tsx'
import { ImportView } from './import-page.tsx'

const RIS = `TY  - JOUR
TI  - 总磷通量
JO  - 环境科学
AB  - 摘要
PY  - 2021
ER  -
TY  - JOUR
TI  - 氨氮来源
ER  -
TY  - JOUR
TI  - 氨氮来源
ER  -
TY  - THES
TI  - 学位论文
ER  -
`

async function choose(text: string, name = '文献.ris'): Promise<void> {
  await userEvent.upload(screen.getByLabelText('选择要导入的文件'), new File([text], name), { applyAccept: false })
}

describe('the import page', () => {
  it('[CLIENT-103] shows every row with what becomes of it, and writes nothing before it is confirmed', async () => {
    const stage = archiveStage()
    stage.view.addItem('paper', { title: '总磷通量' })
    renderPage(() => <ImportView archive={stage.archive} />)
    await choose(RIS)
    expect(await screen.findByText('共4条：新增1条，补充已有1条，不导入1条，无法导入1条。')).toBeInTheDocument()
    const rows = within(screen.getByRole('table', { name: '逐条预览' }))
      .getAllByRole('row')
      .slice(1)
    expect(rows[0]).toHaveTextContent('与已有条目重复')
    expect(rows[0]).toHaveTextContent('名称相同')
    expect(rows[0]).toHaveTextContent('可补充：刊物名称')
    expect(rows[1]).toHaveTextContent('新条目')
    expect(rows[2]).toHaveTextContent('与第2条重复')
    expect(rows[3]).toHaveTextContent('“THES”没有对应的栏目')
    expect(stage.view.items()).toHaveLength(1)
    await userEvent.selectOptions(screen.getByLabelText('第3条的处理', { exact: false }), '两条都保留')
    expect(screen.getByText('共4条：新增2条，补充已有1条，不导入0条，无法导入1条。')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: '导入3条' }))
    expect(stage.view.items().map(({ fields }) => fields.title)).toEqual(['总磷通量', '氨氮来源', '氨氮来源'])
    expect(screen.getByText('新增2条，补充1条；未导入1条，合计4条。')).toBeInTheDocument()
  })

  it('[CLIENT-101] the import is taken back by one button', async () => {
    const stage = archiveStage()
    renderPage(() => <ImportView archive={stage.archive} />)
    await choose(RIS)
    await userEvent.click(await screen.findByRole('button', { name: '导入2条' }))
    expect(stage.view.items()).toHaveLength(2)
    await userEvent.click(screen.getByRole('button', { name: '撤销本次导入' }))
    expect(stage.view.items()).toHaveLength(0)
    expect(screen.queryByRole('button', { name: '撤销本次导入' })).not.toBeInTheDocument()
  })

  it('[CLIENT-103] a file that is no import says what to do and can be followed by another', async () => {
    const stage = archiveStage()
    renderPage(() => <ImportView archive={stage.archive} />)
    await choose('你好', '说明.txt')
    expect(await screen.findByRole('alert')).toHaveTextContent('“说明.txt”不是能识别的格式')
    await choose('@article{a, title={Flux}, year=2020}\n@article{b, title={cut', 'a.bib')
    expect(await screen.findByText(/共2条：新增1条.*无法导入1条/)).toBeInTheDocument()
  })

  it('[CLIENT-103] hostile titles and file names are shown as the text they are, and make no element', async () => {
    const stage = archiveStage()
    const texts = hostileStrings()
      .filter((text) => text.length < 500 && !/[\r\n\u2028\u2029]/.test(text))
      .slice(0, 45)
    renderPage(() => <ImportView archive={stage.archive} />)
    await choose(
      texts.map((text) => `TY  - JOUR\nTI  - 题${text}目\nER  -\n`).join(''),
      '<img src=x onerror=alert(1)>{{ rows }}.ris',
    )
    expect(await screen.findByText(new RegExp(`^共${texts.length}条`))).toBeInTheDocument()
    expect(
      screen.getByRole('heading', { name: '预览“<img src=x onerror=alert(1)>{{ rows }}.ris”' }),
    ).toBeInTheDocument()
    const shown = screen.getByRole('table', { name: '逐条预览' })
    for (const text of texts) {
      await waitFor(() =>
        expect(shown.textContent?.replace(/\s+/g, ' ')).toContain(`题${text}目`.replace(/\s+/g, ' ').slice(0, 160)),
      )
    }
    expect(document.querySelectorAll('script, img, iframe, math, style, svg[onload]')).toHaveLength(0)
  })
})
