/**
 * Continuing education of the sample people: per year one course of the specialty and the two public subjects, 96 hours or more
 * together, at least 60 of them in the specialty and at least 18 in the public subjects (domain §4.9).
 */
import { BY_CLERK, item, proof, type SampleItem, type SampleReview } from '../sample-item.ts'

interface Year {
  readonly year: string
  readonly course: string
  readonly school: string
  readonly summary: string
  readonly hours: readonly [specialty: string, industry: string, general: string]
}

const INDUSTRY: Readonly<Record<string, string>> = {
  '2018': '新修订《环境影响评价技术导则》宣贯',
  '2019': '长江经济带生态保护与绿色发展政策解读',
  '2020': '新固废法与“无废城市”建设',
  '2021': '碳达峰碳中和与减污降碳协同增效',
}

const GENERAL: Readonly<Record<string, string>> = {
  '2018': '习近平生态文明思想专题学习',
  '2019': '知识产权保护与科研诚信',
  '2020': '突发公共卫生事件应急与科学防护',
  '2021': '数字化改革与大数据应用基础',
}

/** @param review one standing for all of them, in the order specialty, industry, general, year by year */
export function continuingEducation(
  years: readonly Year[],
  pinyin: string,
  review: SampleReview = BY_CLERK,
): readonly SampleItem[] {
  return years.flatMap(({ year, course, school, summary, hours }) => [
    item(
      'continuingEducation',
      {
        year,
        beginYm: `${year}05`,
        endYm: `${year}06`,
        trainingItem: course,
        trainingSchool: school,
        organizer: '浙江省生态环境厅',
        summary,
        subject: '专业科目',
        hours: hours[0],
      },
      [proof(`${year}年专业科目学时登记证明.pdf`, `${pinyin} CE ${year} specialty ${hours[0]} h`)],
      review,
    ),
    item(
      'continuingEducation',
      {
        year,
        beginYm: `${year}09`,
        endYm: `${year}09`,
        trainingItem: INDUSTRY[year] ?? '行业公需科目培训',
        trainingSchool: '浙江省生态环境科学设计研究院',
        organizer: '绍兴市生态环境局',
        summary: '线上学习并通过结业测试。',
        subject: '行业公需科目',
        hours: hours[1],
      },
      [proof(`${year}年行业公需学时登记证明.pdf`, `${pinyin} CE ${year} industry ${hours[1]} h`)],
      review,
    ),
    item(
      'continuingEducation',
      {
        year,
        beginYm: `${year}10`,
        endYm: `${year}11`,
        trainingItem: GENERAL[year] ?? '一般公需科目培训',
        trainingSchool: '绍兴市专业技术人员继续教育基地',
        organizer: '绍兴市人力资源和社会保障局',
        summary: '在线学习并完成全部课后练习。',
        subject: '一般公需科目',
        hours: hours[2],
      },
      [proof(`${year}年一般公需学时登记证明.pdf`, `${pinyin} CE ${year} general ${hours[2]} h`)],
      review,
    ),
  ])
}
