import { useStep as useAnyStep } from '../../platform/use-step'
import { workRefusal } from './refusal-wording'

/** Steps of job help: what one was refused for is said in its words. */
export const useStep = (changed: () => Promise<void>) => useAnyStep(workRefusal, changed)
export type Step = ReturnType<typeof useStep>
