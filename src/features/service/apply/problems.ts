import { problemsInForm } from '../../../../types/catalogue'
import { documentsWording } from '../documents/wording'
import type { Outcome } from '../shapes'
import { emptyDocument, type KeptForm } from './kept-form'
import { handedInNow, readForm } from './to-submission'
import { applyWording } from './wording'

/** What is wrong, by where it stands: `form.<key>`, `document.<key>`, `delivery`, `postTo`. */
export type Problems = Readonly<Record<string, string>>

/** Everything that keeps a form from being handed in, in the order of the page. The cloud looks again with the same rules. */
export function problemsIn(kept: KeptForm, outcome: Outcome): Problems {
  return {
    ...Object.fromEntries(
      problemsInForm(outcome.form, readForm(outcome.form, kept.typed)).map(({ key, problem }) => [
        `form.${key}`,
        problem,
      ]),
    ),
    ...Object.fromEntries(
      handedInNow(outcome.documents).flatMap((doc) => {
        const { files, later } = kept.documents[doc.key] ?? emptyDocument
        if (files.length > 0 || (later && doc.deferrable)) return []
        return [[`document.${doc.key}`, doc.deferrable ? documentsWording.missing : documentsWording.missingNoLater]]
      }),
    ),
    ...deliveryProblems(kept, outcome),
  }
}

function deliveryProblems({ delivery, postTo }: KeptForm, { deliveries }: Outcome): Problems {
  if (deliveries.length > 1 && (!delivery || !deliveries.includes(delivery)))
    return { delivery: applyWording.chooseDelivery }
  if (delivery === 'post' && postTo.trim().length < 5) return { postTo: applyWording.postToMissing }
  return {}
}

/** The problem of one field on leaving it; undefined: it is right. */
export function problemInField(key: string, kept: KeptForm, outcome: Outcome): string | undefined {
  const [found] = problemsInForm(outcome.form, readForm(outcome.form, kept.typed)).filter((p) => p.key === key)
  return found?.problem
}
