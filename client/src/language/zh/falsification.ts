/** Words about an established falsification: what was decided, what follows, and what it rests on. */
export const zh = {
  title: '弄虚作假认定',
  decided: '{{ at }} 认定，申报取消。',
  reason: '认定理由',
  effect: '处理结果',
  ban: '{{ from }}年至{{ until }}年不得申报更高一级职称。',
  noBan: '按计划没有限制申报的年限。',
  revoked: '已取得的资格撤销，证书作废。',
  evidence: '认定依据（{{ n }} 份文件）',
  file: '依据 {{ n }}',
  look: '查看依据 {{ n }}',
  hash: '校验码 {{ hash }}',
  kept: '依据由认定机构留存，可能涉及他人信息，不在这里打开。对认定有异议的，请持校验码向认定机构申请查阅或复核。',
  forOffices: '只有办理这份申报的机构可以打开，每次打开都记入申请人的查阅记录。',
}
