/**
 * The sixteen sections of an archive, as data (domain §3.2–3.4). A form, a comparison, a digest and a printed page all go by
 * this list; a section for another profession is another entry here and nothing else.
 *
 * Frozen: a field's name, its place in a version's list and an option's code. Approvals name content by them. A changed list
 * is a new `version`.
 */
import type { Section, SectionKey } from './section.ts'
import { ACADEMIC_POST, CONTINUING_EDUCATION, EDUCATION, WORK } from './sections/career.ts'
import { ACHIEVEMENT_ADOPTION, ENGINEERING_PROJECT, RESEARCH_PROJECT } from './sections/projects.ts'
import { BOOK, PAPER, PATENT, STANDARD } from './sections/publications.ts'
import { ASSESSMENT, AWARD, HONOR, QUALIFICATION_CERT, REWARD_PUNISHMENT } from './sections/recognition.ts'

const BY_KEY: Readonly<Record<SectionKey, Section>> = {
  education: EDUCATION,
  work: WORK,
  continuingEducation: CONTINUING_EDUCATION,
  academicPost: ACADEMIC_POST,
  award: AWARD,
  honor: HONOR,
  researchProject: RESEARCH_PROJECT,
  engineeringProject: ENGINEERING_PROJECT,
  paper: PAPER,
  book: BOOK,
  patent: PATENT,
  standard: STANDARD,
  achievementAdoption: ACHIEVEMENT_ADOPTION,
  qualificationCert: QUALIFICATION_CERT,
  rewardPunishment: REWARD_PUNISHMENT,
  assessment: ASSESSMENT,
}

/** In the order of domain §3.2. */
export const SECTIONS: readonly Section[] = Object.values(BY_KEY).sort((a, b) => a.number - b.number)

export function sectionByKey(key: SectionKey): Section {
  return BY_KEY[key]
}
