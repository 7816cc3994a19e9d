/**
 * What people read when a rule of applying is not met, by the rule's stable code (domain §7.2, §7.3): first the sentence of the domain, which
 * printed forms and support refer to, then what to do next. Names in braces are filled from the problem, so the plan's own numbers are in it.
 */
import type { Text } from '../archive/label.ts'

export interface RuleMessage {
  readonly text: Text
  /** What to do, or how far it is. */
  readonly next?: Text
}

function rule(zh: string, en: string, next?: readonly [zh: string, en: string]): RuleMessage {
  return { text: { zh, en }, ...(next ? { next: { zh: next[0], en: next[1] } } : {}) }
}

export const MESSAGES = {
  'V-PLAN-WINDOW': rule(
    '申报时间已截止，逾期不再受理。',
    'The time for applying is over; late applications are not accepted.',
  ),
  'V-PROFILE': rule(
    '请先完善个人基本信息并经用人单位审核通过。',
    'First complete your personal information and have your employer approve it.',
  ),
  'V-MAND-EDU': rule(
    '教育经历为必填项，须经用人单位审核通过。',
    'Education is required, with an entry that your employer approved.',
  ),
  'V-MAND-WORK': rule(
    '工作经历为必填项，须经用人单位审核通过。',
    'Work is required, with an entry that your employer approved.',
  ),
  'V-MAND-ASSESS': rule(
    '考核情况为必填项，须经用人单位审核通过。',
    'Assessments are required, with an entry that your employer approved.',
  ),
  'V-DUP-APP': rule('您已在本计划中提交申报。', 'You have submitted an application under this plan already.'),
  'V-PULL-APPROVED': rule(
    '该业绩未经所在单位审核通过，无法提取。',
    'Your employer has not approved this entry; it cannot be pulled.',
  ),
  'V-PULL-PERIOD': rule(
    '该业绩不是任现职以来取得的，请说明。',
    'This achievement is from before your present title; say why it is pulled.',
  ),
  'V-PULL-MAIN': rule(
    '集体项目须提供本人系主要贡献者依据。',
    'A group project needs proof that you are a main contributor.',
  ),
  'V-PULL-MANY': rule(
    '业绩材料不宜过多过杂，请突出专业代表性。',
    'Not too many achievements: choose those that represent your profession.',
  ),
  'V-CAT-1': rule('请选择申报专业类别。', 'Choose the category.'),
  'V-TICK': rule('请在相应选择项打钩。', 'Tick the box that belongs to this type.'),
  'V-STMT-EMPTY': rule('请填写本人述职。', 'Write your statement.'),
  'V-STMT-LEN': rule('本人述职限{max}字以内，当前{count}字。', 'The statement holds {max} characters; it has {count}.'),

  'V-PHOTO-REQ': rule('请上传证件照。', 'Upload your photo.'),
  'V-PHOTO-FMT': rule('证件照须为JPG或JPEG格式。', 'The photo must be a JPG or JPEG file.'),
  'V-PHOTO-SIZE': rule(
    '证件照大小须大于{minK}K且小于{maxText}，当前{k}K。',
    'The photo must be larger than {minK}K and smaller than {maxText}; it has {k}K.',
  ),
  'V-PHOTO-PX': rule(
    '证件照须大于{minWidth}*{minHeight}（宽*高）像素，当前{width}*{height}。',
    'The photo must be larger than {minWidth} × {minHeight} pixels; it has {width} × {height}.',
  ),
  'V-PHOTO-RATIO': rule(
    '证件照宽高比须在{minRatio}至{maxRatio}之间，当前{ratio}。',
    'Width ÷ height of the photo must be from {minRatio} to {maxRatio}; it is {ratio}.',
  ),
  'V-PHOTO-BG': rule('请确认证件照为白底。', 'Make sure that the background of the photo is white.'),
  'V-PHOTO-KIND': rule('请上传1寸或2寸白底证件照。', 'Upload an identity photo of 1 or 2 inches on white.'),
  'V-PLEDGE': rule('请先在线签署《{title}》。', 'First sign the pledge “{title}” online.'),

  'V-FILE-REQ': rule('请上传“{title}”。', 'Upload “{title}”.'),
  'V-FILE-SLOT': rule(
    '本计划没有“{slot}”这一附件项，请移除后重新上传。',
    'This plan has no slot “{slot}”: remove the file.',
  ),
  'V-FILE-TYPE': rule('仅支持{formats}文件。', 'Only files of these kinds: {formats}.'),
  'V-FILE-SIZE': rule('文件不能超过{maxM}M。', 'A file may not be larger than {maxM} MB.'),
  'V-FILE-COUNT': rule(
    '“{title}”最多上传{max}个文件，当前{count}个。',
    '“{title}” takes {max} files; there are {count}.',
  ),
  'V-FILE-DUP': rule('文件重复上传，请核对。', 'The same file was uploaded twice; please check.'),
  'V-FILE-HERE': rule(
    '“{title}”的文件尚未传到单位服务器，请联网等待上传完成后再提交。',
    'A file of “{title}” is not on the server yet: stay online until it is uploaded.',
  ),

  'V-TITLE-4Y': rule(
    '{typeName}须被聘任{previousTitle}满{years}年。',
    '{typeName} needs {years} years of appointment as {previousTitle}.',
    [
      '计算到{cutoff}，您已聘任{months}个月，须满{needed}个月；请核对个人基本信息中的现任资格和聘任时间。',
      'Up to {cutoff} you have {months} of {needed} months; check title and appointment in your personal information.',
    ],
  ),
  'V-APPT-YEAR': rule('申报当年须在聘。', 'You must be appointed in the year of the application.'),
  'V-SELF': rule(
    '自评分须达到{threshold}分方可申报，当前{score}分。',
    'The self-evaluation must reach {threshold} points; it has {score}.',
  ),
  'V-SELF-CONTROL': rule('请先确认“{name}”符合要求。', 'First confirm “{name}”.'),
  'V-SELF-CLAIM': rule(
    '自评表“{name}”中有不成立的得分项，请修改或移除。',
    'A claim under “{name}” of the self-evaluation does not hold: change or remove it.',
  ),
  'V-SELF-REC': rule(
    '须由{count}名本专业或相近专业在职{title}推荐并上传职称证书。',
    '{count} {title} in post, of the same or a similar profession, must recommend you, with their certificates.',
  ),
  'V-SELF-SPEC': rule(
    '自评表“申报专业”须与“现从事专业”一致。',
    'The profession in the self-evaluation must be that of your personal information.',
  ),
  'V-LANDMARK': rule(
    '请填写标志性业绩并上传专家举荐表和佐证材料。',
    'Describe the landmark achievement, and upload the nomination and its evidence.',
  ),
  'V-TRANSFER': rule(
    '请填写已取得的中级资格情况并上传资格证书。',
    'Write down the mid-level title you hold and upload its certificate.',
  ),
  'V-ABC': rule(
    '直接（ABC类）申报仅面向建设类非公企业。',
    'Applying directly (A, B, C) is only for private construction enterprises.',
  ),
  'V-ABC-REASON': rule('请填写直接（ABC类）申报的理由。', 'Give the reason for applying directly (A, B, C).'),
  'V-STAFF': rule('请上传《{title}》。', 'Upload “{title}”.'),
  'V-STAFF-NOTE': rule('请上传单位说明。', "Upload your employer's statement."),
  'V-CE': rule(
    '{year}年度继续教育学时{hours}，未满{needed}学时。',
    '{year}: {hours} hours of continuing education, {needed} are needed.',
  ),
  'V-CE-SUBJECT': rule(
    '{year}年度{subjectName}学时{hours}，未满{needed}学时。',
    '{year}: {hours} hours of {subjectName}, {needed} are asked for.',
  ),
  'V-CE-TOGETHER': rule(
    '{years}年度继续教育累计学时{hours}，未满{needed}学时。',
    '{years}: {hours} hours of continuing education together, {needed} are needed.',
  ),
  'V-ASSESS': rule(
    '单位考核情况须逐年填写近{span}年结果，如“{from}合格”。',
    'Yearly assessments are needed for the last {span} years, such as “{from} qualified”.',
    ['尚缺{years}年度考核结果，请在考核情况中补充并经单位审核。', 'Missing: {years}; add them and have them approved.'],
  ),
  'V-DEGREE': rule('请上传学历学位证书及认证材料。', 'Upload diploma and degree certificate with their recognition.'),
  'V-BAN': rule(
    '因弄虚作假，{until}年前不得申报高一级资格。',
    'Because of falsification you may not apply for a higher title before {until}.',
  ),
  'V-CREDIT': rule('请完成信用核查。', 'Complete the credit check.'),
  'V-ANSWER': rule('请填写“{label}”。', 'Answer “{label}”.'),
  'V-REQUIREMENT': rule('{message}', '{message}'),
  'V-REASON': rule('请填写理由。', 'Give a reason.'),
  'V-OPINION': rule('请填写审查意见。', 'Write an opinion.'),
} as const satisfies Record<string, RuleMessage>

export type RuleCode = keyof typeof MESSAGES

/** Whatever of a problem its sentence names. */
export type MessageValues = Readonly<Record<string, string | number | readonly (string | number)[] | null>>

/** @throws RangeError when the sentence names something that the problem does not have: a defect */
export function filled(text: Text, values: MessageValues): Text {
  return { zh: filledIn(text.zh, values, '、'), en: filledIn(text.en, values, ', ') }
}

function filledIn(template: string, values: MessageValues, join: string): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined || value === null) throw new RangeError(`a message lacks its ${name}`)
    return typeof value === 'object' ? value.join(join) : String(value)
  })
}
