/** The pure decisions of the catalogue that other capabilities use: what the guidance comes to, and what is wrong in a form. */

export { type FormProblem, type Guidance, problemsInForm, valuesOfForm } from '../../types/catalogue'
export { guideFor, holds, limitOf, type Outcome, unknownAnswer, walkGuidance } from './rules'
