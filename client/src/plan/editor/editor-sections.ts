/** How the editor parts a plan, in the order in which an office prepares one. */
import type { Plan } from '@yejibu/shared/plan/plan'

export interface EditorSection {
  readonly key:
    | 'basics'
    | 'time'
    | 'types'
    | 'notice'
    | 'rules'
    | 'pull'
    | 'questions'
    | 'score'
    | 'attachments'
    | 'points'
    | 'chains'
    | 'fees'
    | 'results'
  readonly keys: readonly (keyof Plan)[]
}

/** Made by the product: not edited by hand. */
export const FIXED_KEYS: readonly (keyof Plan)[] = ['id', 'version']

export const EDITOR_SECTIONS: readonly EditorSection[] = [
  {
    key: 'basics',
    keys: [
      'title',
      'year',
      'mode',
      'level',
      'targetTitle',
      'series',
      'specialties',
      'committee',
      'regionScope',
      'employerScope',
      'menuPath',
    ],
  },
  { key: 'time', keys: ['window', 'tenureCutoff'] },
  { key: 'types', keys: ['applicationTypes', 'categories'] },
  { key: 'notice', keys: ['requirementsText', 'requirements', 'statement', 'photo', 'pledge', 'asks'] },
  {
    key: 'rules',
    keys: [
      'titleRule',
      'ceRule',
      'assessmentRule',
      'educationEquivalence',
      'falsificationBanYears',
      'postQuotaRequired',
    ],
  },
  { key: 'pull', keys: ['pull'] },
  { key: 'questions', keys: ['questions', 'recommenders'] },
  { key: 'score', keys: ['selfEvaluation'] },
  { key: 'attachments', keys: ['attachmentSlots'] },
  { key: 'points', keys: ['acceptancePoints'] },
  { key: 'chains', keys: ['chains', 'mandate', 'resubmitTo', 'twoStepEmployer'] },
  { key: 'fees', keys: ['fees', 'paymentMode'] },
  { key: 'results', keys: ['publicity', 'evaluationForm', 'roster', 'mailing'] },
]
