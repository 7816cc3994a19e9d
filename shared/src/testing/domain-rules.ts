/**
 * Every rule of domain §7 by its stable code, with what people read when it is not met: `{…}` stands for a value of the case. `E` stops a step, `W` is
 * read and confirmed. The sentence must stand, word for word, in a test that shows the rule saying it (`domain-rules.test.ts`).
 */
export interface DomainRule {
  readonly code: string
  readonly severity: 'E' | 'W' | 'E/W'
  readonly sentences: readonly string[]
}

function rule(code: string, severity: DomainRule['severity'], ...sentences: readonly string[]): DomainRule {
  return { code, severity, sentences }
}

export const DOMAIN_RULES: readonly DomainRule[] = [
  // §7.1 identity, organisation, dates
  rule('V-ID-1', 'E', '身份证号码应为18位，末位可为数字或X。'),
  rule('V-ID-2', 'E', '身份证号码校验位不正确，请核对。'),
  rule('V-ID-3', 'E/W', '身份证号码中的出生日期无效。', '年龄超出常见范围，请核对。'),
  rule('V-ID-4', 'E', '性别与身份证号码不一致。'),
  rule('V-ID-5', 'E', '证件号码格式不正确。'),
  rule(
    'V-ORG-1',
    'E/W',
    '统一社会信用代码应为18位且不含字母I、O、S、V、Z。',
    '统一社会信用代码校验位不符，请再次核对后继续。',
  ),
  rule('V-DATE-YM', 'E', '时间须填写6位数字年月，如“200808”。'),
  rule('V-DATE-ORDER', 'E', '结束时间不能早于开始时间。', '时间不能晚于当前月份。'),
  rule('V-DATE-TITLE', 'W', '聘任时间早于取得时间，请核对。'),
  rule('V-YEARS', 'E', '专业工作年限须填写实足年限，当前计算为{n}年。'),
  rule('V-DEPT-1', 'W', '主管部门请按“×××县（市、区）×××局（分局）”或“×××厅（局）”填写。'),
  rule('V-UNIT-1', 'E', '工作单位须为全称，且与单位公章一致。'),
  rule('V-CAT-1', 'E', '请选择申报专业类别。'),
  rule('V-PHONE', 'E', '请输入正确的手机号码。'),

  // §7.2 photo, statement, files
  rule('V-PHOTO-FMT', 'E', '证件照须为JPG或JPEG格式。'),
  rule('V-PHOTO-SIZE', 'E', '证件照大小须大于30K且小于1M，当前{n}K。'),
  rule('V-PHOTO-PX', 'E', '证件照须大于215*300（宽*高）像素，当前{w}*{h}。'),
  rule('V-PHOTO-RATIO', 'E', '证件照宽高比须在0.65至0.8之间，当前{r}。'),
  rule('V-PHOTO-BG', 'W', '请确认证件照为白底。'),
  rule('V-PHOTO-KIND', 'W', '请上传1寸或2寸白底证件照。'),
  rule('V-STMT-LEN', 'E', '本人述职限1000字以内，当前{n}字。'),
  rule('V-STMT-EMPTY', 'E', '请填写本人述职。'),
  rule('V-FILE-TYPE', 'E', '仅支持PDF、JPG、PNG文件。'),
  rule('V-FILE-AUTH', 'E', '用人单位委托证明须为PDF扫描件。'),
  rule('V-FILE-SIZE', 'E', '文件不能超过10M。'),
  rule('V-FILE-REQ', 'E', '请上传“{slot}”。'),
  rule('V-FILE-DUP', 'W', '文件重复上传，请核对。'),
  rule('V-PLEDGE', 'E', '请先在线签署《专业技术资格申报材料真实性保证书》。'),

  // §7.3 eligibility and consistency
  rule('V-PLAN-WINDOW', 'E', '申报时间已截止，逾期不再受理。'),
  rule('V-PROFILE', 'E', '请先完善个人基本信息并经用人单位审核通过。'),
  rule('V-MAND-EDU', 'E', '教育经历为必填项，须经用人单位审核通过。'),
  rule('V-MAND-WORK', 'E', '工作经历为必填项，须经用人单位审核通过。'),
  rule('V-MAND-ASSESS', 'E', '考核情况为必填项，须经用人单位审核通过。'),
  rule('V-PULL-APPROVED', 'E', '该业绩未经所在单位审核通过，无法提取。'),
  rule('V-PULL-PERIOD', 'W', '该业绩不是任现职以来取得的，请说明。'),
  rule('V-PULL-MAIN', 'E', '集体项目须提供本人系主要贡献者依据。'),
  rule('V-PULL-MANY', 'W', '业绩材料不宜过多过杂，请突出专业代表性。'),
  rule('V-TITLE-4Y', 'E', '正常申报须被聘任助理工程师满4年。'),
  rule('V-APPT-YEAR', 'E', '申报当年须在聘。'),
  rule('V-SELF', 'E', '自评分须达到{t}分方可申报，当前{n}分。'),
  rule('V-SELF-REC', 'E', '须由2名本专业或相近专业在职高级工程师推荐并上传职称证书。'),
  rule('V-SELF-SPEC', 'E', '自评表“申报专业”须与“现从事专业”一致。'),
  rule('V-LANDMARK', 'E', '请填写标志性业绩并上传专家举荐表和佐证材料。'),
  rule('V-TICK', 'E', '请在相应选择项打钩。'),
  rule('V-TRANSFER', 'E', '请填写已取得的中级资格情况并上传资格证书。'),
  rule('V-ABC', 'E', '直接（ABC类）申报仅面向建设类非公企业。'),
  rule('V-STAFF', 'E', '请上传《事业单位人员职称申报岗位信息表》。', '请上传单位说明。'),
  rule('V-CE', 'E/W', '{year}年度继续教育学时{n}，未满90学时。'),
  rule('V-ASSESS', 'E', '单位考核情况须逐年填写近三年结果，如“2019合格”。'),
  rule('V-DEGREE', 'E', '请上传学历学位证书及认证材料。'),
  rule('V-BAN', 'E', '因弄虚作假，{y}年前不得申报高一级资格。'),
  rule('V-DUP-APP', 'E', '您已在本计划中提交申报。'),
  rule('V-CREDIT', 'W', '请完成信用核查。'),
  rule('V-REASON', 'E', '请填写理由。'),
  rule('V-OPINION', 'E', '请填写审查意见。'),

  // §7.4 publicity and working days
  rule('V-PUB', 'E', '公示未满5个工作日，最早可于{date}报送。'),
  rule('V-PUB-OBJ', 'E', '公示期间有未处理的异议。'),
  rule('V-QUOTA', 'E/W', '推荐人数超过空缺岗位数。'),
  rule('V-PUB-REC', 'E', '请录入公示情况和审查意见。'),
  // An estimate to plan by, confirmed at the start; a notice is closed by the calendar alone. The decision on the calendar says why.
  rule('V-CAL', 'W', '{year}年节假日安排尚未发布，按周末推算，请人工确认。'),

  // §7.5 roster
  rule('V-ROSTER-SORT', 'E', '花名册须按专业类别分类连贯排序。'),
  rule('V-ROSTER-REMARK', 'E', '请在备注栏注明申报方式。'),
  rule('V-ROSTER-COPY', 'W', '参加面试人员评审表须4份。'),
]
