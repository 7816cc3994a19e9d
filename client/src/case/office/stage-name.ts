/** What the stages of a chain are called. */
import { STAGE_CODES } from '@yejibu/shared/plan/stage-code'
import { filingWords } from '../../language/filing.ts'
import { useText } from '../../language/language.tsx'

/** One that this version does not know is shown as it is. Called inside a component. */
export function useStageNames(): (stage: string) => string {
  const t = useText(filingWords)
  return (stage) => {
    const known = STAGE_CODES.find((code) => code === stage)
    return known ? t(`stages.${known}`) : stage
  }
}
