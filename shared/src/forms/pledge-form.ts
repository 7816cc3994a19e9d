/** F9 《专业技术资格申报材料真实性保证书》: the wording that was signed, the signature itself, and the day it was signed on the device. */
import type { Block, Form } from './form.ts'
import { nameOf, ofPerson, type Subject } from './subject.ts'
import { dayOfMoment } from './value-words.ts'

/** Where the plan's notice gives no wording of its own. */
const USUAL_WORDING =
  '本人郑重承诺：本次申报专业技术职务任职资格所填写的内容和上传的材料真实、准确、完整，无弄虚作假，无侵占他人成果。' +
  '如有不实，本人愿意承担由此产生的一切后果，并接受有关规定的处理。'

export function pledgeForm(subject: Subject): Form {
  const { plan, submission } = subject
  return {
    kind: 'pledge',
    title: plan.pledge.title,
    paper: 'portrait',
    watermark: plan.evaluationForm.watermarkText,
    checkpoint: subject.checkpoint,
    foot: `${submission.plan.year}年度　${nameOf(subject)}　${submission.employer.name}`,
    blocks: [
      { kind: 'space', mm: 12 },
      { kind: 'title', text: plan.pledge.title.replace(/[《》]/g, ''), size: 'main' },
      { kind: 'space', mm: 8 },
      { kind: 'line', text: `${plan.committee.name}：` },
      { kind: 'space', mm: 3 },
      {
        kind: 'prose',
        text: `本人${nameOf(subject)}，系${submission.employer.name}工作人员，申报“${plan.title}”。`,
      },
      ...pledgeBlocks(subject, 0),
    ],
  }
}

/** The words and the signature; with a frame of the given height where it stands inside another form. */
export function pledgeBlocks(subject: Subject, frameMm: number): readonly Block[] {
  const { plan, submission } = subject
  const words = plan.pledge.text || USUAL_WORDING
  const pledge = submission.filing?.pledge ?? null
  const day = pledge ? dayOfMoment(pledge.signedAt) : '年　　月　　日'
  const picture = pledge ? { ...pledge.signature, widthMm: 40, heightMm: 16 } : null
  if (frameMm > 0) {
    return [
      {
        kind: 'grid',
        widths: [58, 18, 24],
        rows: [
          [{ text: `　　${words}`, across: 3, leastMm: frameMm / 2 }],
          [
            { text: pledge ? '已在线签署，签名见右。' : '', leastMm: 18 },
            { text: '承诺人签名', isLabel: true },
            picture ? { text: '', picture, align: 'center' } : { text: '' },
          ],
          [{ text: '' }, { text: '签署日期', isLabel: true }, { text: day, align: 'center' }],
        ],
      },
    ]
  }
  return [
    { kind: 'prose', text: words },
    { kind: 'space', mm: 14 },
    { kind: 'line', text: '承诺人签名：＿＿＿＿＿＿＿', align: 'right' },
    ...(picture ? [{ kind: 'picture', picture, align: 'right' } as const] : []),
    { kind: 'line', text: `身份证件号码：${ofPerson(subject, 'idNumber')}`, align: 'right' },
    { kind: 'line', text: day, align: 'right' },
    ...(pledge
      ? [
          {
            kind: 'line',
            text: `签署内容摘要 ${pledge.textDigest.slice(0, 16)}`,
            align: 'right',
            isSmall: true,
          } as const,
        ]
      : []),
  ]
}
