/** Sections 1–4 of domain §3.4: where a person learned and worked. */
import type { Section } from '../section.ts'
import {
  BEGIN,
  choice,
  code,
  END,
  hint,
  integer,
  month,
  openMonth,
  option,
  prose,
  REQUIRED,
  say,
  text,
  YM_HINT,
  year,
  yesNo,
} from './describe.ts'

export const EDUCATION: Section = {
  key: 'education',
  number: 1,
  version: 1,
  label: say('教育经历', 'Education'),
  hint: say(
    '填写大中专以上各段学习经历，附学历证书、学位证书；2001年前毕业或未能系统提取的，另附毕业生登记表。',
    'Every course of study from secondary vocational school upwards, with diploma and degree certificate; before 2001 also the graduate registration form.',
  ),
  isMandatory: true,
  titleField: 'school',
  dateField: 'graduationYm',
  fields: [
    month('beginYm', BEGIN, { ...REQUIRED, ...YM_HINT }),
    month('endYm', END, REQUIRED),
    text('school', say('毕业学校', 'School'), 60, {
      ...REQUIRED,
      ...hint('与毕业证书上的校名一致。', 'As printed on the diploma.'),
    }),
    text('major', say('专业', 'Major'), 60, {
      ...REQUIRED,
      ...hint('与毕业证书上的专业一致。', 'As printed on the diploma.'),
    }),
    choice(
      'eduLevel',
      say('学历', 'Level'),
      [
        option('doctor', '博士研究生', 'Doctoral'),
        option('master', '硕士研究生', "Master's"),
        option('bachelor', '大学本科', 'Undergraduate'),
        option('college', '大学专科', 'Junior college'),
        option('secondary', '中专', 'Secondary vocational'),
        option('technicianIntermediate', '技工院校中级工班', 'Technical school, intermediate class'),
        option('technicianAdvanced', '技工院校高级工班', 'Technical school, advanced class'),
        option('technicianPreparatory', '预备技师（技师）班', 'Technical school, technician class'),
        option('highSchool', '高中及以下', 'High school or below'),
      ],
      REQUIRED,
    ),
    code('eduCertNo', say('学历证书编号', 'Diploma number'), 30),
    integer('schoolingYears', say('学制（年）', 'Length in years'), 1, 10),
    month('graduationYm', say('毕业时间', 'Graduated'), REQUIRED),
    choice('degree', say('学位', 'Degree'), [
      option('none', '无', 'None'),
      option('bachelor', '学士', 'Bachelor'),
      option('master', '硕士', 'Master'),
      option('doctor', '博士', 'Doctor'),
    ]),
    code('degreeNo', say('学位证书编号', 'Degree certificate number'), 30),
    choice(
      'studyMode',
      say('学习形式', 'Mode of study'),
      [option('fullTime', '全日制', 'Full time'), option('partTime', '非全日制', 'Part time')],
      REQUIRED,
    ),
    yesNo('isOverseas', say('是否海外经历', 'Abroad'), {
      ...REQUIRED,
      ...hint(
        '国外、港澳台学历学位须附教育部认证书。',
        "Degrees from abroad need the Ministry of Education's recognition certificate.",
      ),
    }),
    yesNo('autoExtracted', say('系统提取', 'Taken from the state register')),
  ],
  rules: [
    { code: 'V-DATE-ORDER', begin: 'beginYm', end: 'endYm' },
    {
      code: 'V-EVIDENCE-REQ',
      kind: 'any',
      message: say('请上传学历证书、学位证书扫描件。', 'Upload scans of the diploma and the degree certificate.'),
    },
    {
      code: 'V-EVIDENCE-REQ',
      kind: 'certificate',
      when: { field: 'isOverseas', isOneOf: ['yes'] },
      message: say(
        '请上传国外、港澳台学历学位认证书，并将附件类别选为“证书”。',
        'Upload the recognition certificate for the degree from abroad, as kind “certificate”.',
      ),
    },
  ],
}

export const WORK: Section = {
  key: 'work',
  number: 2,
  version: 1,
  label: say('工作经历', 'Work'),
  hint: say(
    '按时间先后填写各段工作经历；计入专业工作年限的各段按月合并计算，不重复计算。',
    'Every period of work in order of time; months that count towards years in the profession are counted once.',
  ),
  isMandatory: true,
  titleField: 'employerName',
  dateField: 'endYm',
  fields: [
    month('beginYm', BEGIN, { ...REQUIRED, ...YM_HINT }),
    openMonth('endYm', END),
    text('employerName', say('工作单位', 'Employer'), 60, {
      ...REQUIRED,
      ...hint('填写全称，与单位公章一致。', 'The full name, as on the official seal.'),
    }),
    text('position', say('职务', 'Position'), 40, REQUIRED),
    prose('duties', say('职务职责', 'Duties'), 500, REQUIRED),
    text('specialty1', say('从事专业一', 'Profession 1'), 40, REQUIRED),
    text('specialty2', say('从事专业二', 'Profession 2'), 40),
    text('specialty3', say('从事专业三', 'Profession 3'), 40),
    choice('isAidWork', say('援派经历', 'Aid assignment'), [
      option('none', '无', 'None'),
      option('tibet', '援藏', 'Tibet'),
      option('xinjiang', '援疆', 'Xinjiang'),
      option('qinghai', '援青', 'Qinghai'),
      option('abroad', '援外', 'Abroad'),
      option('povertyRelief', '扶贫协作', 'East–west poverty relief'),
    ]),
    yesNo('isPostdoc', say('是否博士后工作经历', 'Postdoctoral')),
    yesNo('countsAsSpecialty', say('计入专业工作年限', 'Counts as years in the profession'), REQUIRED),
  ],
  rules: [{ code: 'V-DATE-ORDER', begin: 'beginYm', end: 'endYm' }],
}

export const CONTINUING_EDUCATION: Section = {
  key: 'continuingEducation',
  number: 3,
  version: 1,
  label: say('继续教育（培训情况）', 'Continuing education'),
  hint: say(
    '按年度、按科目填写学时，附继续教育学时登记证明。',
    'Hours by year and by subject, with the printed certificate of hours.',
  ),
  isMandatory: false,
  titleField: 'trainingItem',
  dateField: 'year',
  fields: [
    year('year', say('年度', 'Year'), REQUIRED),
    month('beginYm', BEGIN),
    month('endYm', END),
    text('trainingItem', say('培训项目', 'Training'), 100, REQUIRED),
    text('trainingSchool', say('培训学校', 'School'), 60),
    text('organizer', say('组织单位', 'Organiser'), 60),
    prose('summary', say('学习情况', 'What was learned'), 300),
    choice(
      'subject',
      say('科目类型', 'Kind of subject'),
      [
        option('specialty', '专业科目', 'Professional'),
        option('industryPublic', '行业公需科目', 'Common to the trade'),
        option('generalPublic', '一般公需科目', 'Common to all'),
      ],
      REQUIRED,
    ),
    {
      name: 'hours',
      label: say('学时', 'Hours'),
      // More than 0: a tenth of an hour is the least that one place can say.
      type: { kind: 'decimal', min: 0.1, max: 400, places: 1, unit: say('学时', 'hours') },
      ...REQUIRED,
    },
  ],
  rules: [
    { code: 'V-DATE-ORDER', begin: 'beginYm', end: 'endYm' },
    {
      code: 'V-EVIDENCE-REQ',
      kind: 'any',
      message: say('请上传继续教育学时登记证明。', 'Upload the certificate of hours.'),
    },
  ],
}

export const ACADEMIC_POST: Section = {
  key: 'academicPost',
  number: 4,
  version: 1,
  label: say('学术技术兼职情况', 'Academic and technical posts'),
  hint: say(
    '填写在学会、协会、标准化技术委员会、专家库等组织的兼职，附聘书或文件。',
    'Posts in learned societies, standards committees, expert panels; with the letter of appointment.',
  ),
  isMandatory: false,
  titleField: 'organization',
  dateField: 'endYm',
  fields: [
    month('beginYm', BEGIN, { ...REQUIRED, ...YM_HINT }),
    openMonth('endYm', END),
    text('organization', say('单位或组织', 'Organisation'), 60, REQUIRED),
    text('post', say('所任职务', 'Post'), 40, REQUIRED),
    prose('duties', say('职务职责', 'Duties'), 300),
  ],
  rules: [{ code: 'V-DATE-ORDER', begin: 'beginYm', end: 'endYm' }],
}
