/** Words about what an archive lacks for a plan. */
export const zh = {
  title: '申报还缺什么',
  noPlan: '目前没有开放或即将开放的申报计划。',
  nothing: '已齐备',
  count: '还缺 {{ n }} 项',
  complete: '这个计划要求的档案内容都已核定。',
  apply: '去申报',
  state: {
    empty: '还没有填写。请填写并提交单位审核。',
    draft: '已填写，还没有提交审核。',
    back: '单位没有通过。请修改后重新提交。',
    waiting: '已提交，等待单位核定。',
  },
  waitingItems: '待审核的业绩',
  stillWaiting: '本计划要求全部审核完成，还有 {{ n }} 项待单位审核。',
  unapproved: '本栏另有 {{ n }} 条未核定。',
}
