/** Sections 9–12 of domain §3.4: what was published, granted or issued. */
import type { Section } from '../section.ts'
import {
  choice,
  code,
  hint,
  integer,
  month,
  option,
  PART_IN_IT,
  PARTICIPANTS,
  prose,
  RANK,
  REQUIRED,
  say,
  text,
  YM_HINT,
  yesNo,
} from './describe.ts'

export const PAPER: Section = {
  key: 'paper',
  number: 9,
  version: 1,
  label: say('论文', 'Papers'),
  hint: say(
    '附刊物封面、目录、正文和封底扫描件；代表论文面试时须提交纸质件。',
    'With cover, contents, text and back cover; the representative paper is handed in on paper at the interview.',
  ),
  isMandatory: false,
  titleField: 'title',
  dateField: 'publishYm',
  fields: [
    text('title', say('论文题目', 'Title'), 150, REQUIRED),
    text('journal', say('刊物名称', 'Journal'), 100, REQUIRED),
    choice('paperType', say('论文类别', 'Kind'), [
      option('journal', '期刊', 'Journal'),
      option('conference', '会议', 'Conference'),
      option('other', '其他', 'Other'),
    ]),
    month('publishYm', say('发表时间', 'Published'), { ...REQUIRED, ...YM_HINT }),
    yesNo('isRepresentative', say('是否代表论文', 'Representative paper'), REQUIRED),
    yesNo('isCorresponding', say('是否通讯作者', 'Corresponding author')),
    integer('rank', RANK, 1, 999, REQUIRED),
    integer('participantCount', say('作者人数', 'Number of authors'), 1, 999),
    choice('indexing', say('索引情况', 'Indexed by'), [
      option('sci', 'SCI', 'SCI'),
      option('ei', 'EI', 'EI'),
      option('core', '核心', 'Chinese core journals'),
      option('cn', 'CN', 'CN'),
      option('other', '其他', 'Other'),
    ]),
    {
      name: 'impactFactor',
      label: say('影响因子', 'Impact factor'),
      type: { kind: 'decimal', min: 0, max: 999, places: 3 },
      ...hint('没有影响因子的填0。', 'Write 0 when there is none.'),
    },
    integer('citations', say('被引用次数', 'Citations'), 0, 999_999),
    prose('abstract', say('摘要', 'Abstract'), 1000),
  ],
  rules: [
    { code: 'V-RANK-COUNT', rank: 'rank', count: 'participantCount' },
    {
      code: 'V-EVIDENCE-REQ',
      kind: 'any',
      message: say('请上传论文封面、目录和正文扫描件。', 'Upload scans of cover, contents and text.'),
    },
  ],
}

export const BOOK: Section = {
  key: 'book',
  number: 10,
  version: 1,
  label: say('著（译）作（教材）', 'Books, translations, textbooks'),
  hint: say('附封面、版权页、目录扫描件。', 'With cover, imprint and contents.'),
  isMandatory: false,
  titleField: 'title',
  dateField: 'pressYm',
  fields: [
    text('title', say('书名', 'Title'), 150, REQUIRED),
    text('press', say('出版单位', 'Press'), 60, REQUIRED),
    month('pressYm', say('出版时间', 'Published'), { ...REQUIRED, ...YM_HINT }),
    choice('bookType', say('出版物类型', 'Kind'), [
      option('monograph', '专著', 'Monograph'),
      option('translation', '译著', 'Translation'),
      option('edited', '编著', 'Edited volume'),
      option('textbook', '教材', 'Textbook'),
    ]),
    code('isbn', say('ISBN', 'ISBN'), 20, { pattern: 'isbn' }),
    text('authors', say('作者', 'Authors'), 200, REQUIRED),
    integer('authorRank', say('作者排名', 'Rank among the authors'), 1, 999, REQUIRED),
  ],
  rules: [
    {
      code: 'V-EVIDENCE-REQ',
      kind: 'any',
      message: say('请上传封面、版权页和目录扫描件。', 'Upload scans of cover, imprint and contents.'),
    },
  ],
}

export const PATENT: Section = {
  key: 'patent',
  number: 11,
  version: 1,
  label: say('专利（著作权）情况', 'Patents and software copyrights'),
  hint: say('附专利证书或软件著作权登记证书。', 'With the patent or registration certificate.'),
  isMandatory: false,
  titleField: 'name',
  dateField: 'approvedYm',
  fields: [
    code('patentNo', say('专利号', 'Number'), 30, {
      ...REQUIRED,
      pattern: 'patent-number',
      ...hint(
        '专利填专利号（如ZL202010123456.2），软件著作权填登记号。',
        'Patent number, or registration number of software.',
      ),
    }),
    text('name', say('专利名称', 'Name'), 150, REQUIRED),
    choice(
      'patentType',
      say('专利类型', 'Kind'),
      [
        option('invention', '发明', 'Invention'),
        option('utilityModel', '实用新型', 'Utility model'),
        option('design', '外观设计', 'Design'),
        option('software', '软件著作权', 'Software copyright'),
      ],
      REQUIRED,
    ),
    month('approvedYm', say('批准时间', 'Approved'), { ...REQUIRED, ...YM_HINT }),
    integer('rank', RANK, 1, 999, REQUIRED),
    integer('participantCount', PARTICIPANTS, 1, 999),
    yesNo('isGranted', say('是否授权', 'Granted'), REQUIRED),
    yesNo('isInProduction', say('是否投产', 'In production')),
    text('inventors', say('发明（设计）人', 'Inventors'), 200, REQUIRED),
    text('area', say('申请地区', 'Territory'), 40),
    prose('abstract', say('专利摘要', 'Abstract'), 1000),
    text('applicantName', say('申请人', 'Applicant'), 60),
  ],
  rules: [
    { code: 'V-RANK-COUNT', rank: 'rank', count: 'participantCount' },
    { code: 'V-EVIDENCE-REQ', kind: 'any', message: say('请上传专利证书或登记证书。', 'Upload the certificate.') },
  ],
}

export const STANDARD: Section = {
  key: 'standard',
  number: 12,
  version: 1,
  label: say('主持（参与）制定标准情况', 'Standards'),
  hint: say('附标准封面、前言（起草人页）扫描件。', 'With cover and the foreword that names the drafters.'),
  isMandatory: false,
  titleField: 'name',
  dateField: 'publishedYm',
  fields: [
    text('name', say('标准名称', 'Name'), 150, REQUIRED),
    code('standardNo', say('标准编号', 'Number'), 50, {
      ...REQUIRED,
      ...hint('如DB33/T 1234—2022。', 'Such as DB33/T 1234-2022.'),
    }),
    choice(
      'level',
      say('标准级别', 'Level'),
      [
        option('international', '国际', 'International'),
        option('national', '国家', 'National'),
        option('industry', '行业', 'Industry'),
        option('local', '地方', 'Local'),
        option('group', '团体', 'Association'),
        option('enterprise', '企业', 'Enterprise'),
      ],
      REQUIRED,
    ),
    month('publishedYm', say('发布时间', 'Issued'), { ...REQUIRED, ...YM_HINT }),
    choice('role', say('主持或参与', 'Part in it'), PART_IN_IT, REQUIRED),
    prose('summary', say('标准简介', 'Summary'), 1000),
  ],
  rules: [
    {
      code: 'V-EVIDENCE-REQ',
      kind: 'any',
      message: say('请上传标准封面和起草人页扫描件。', 'Upload the cover and the page that names the drafters.'),
    },
  ],
}
