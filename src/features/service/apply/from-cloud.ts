import type { ApplicationDetail } from '../shapes'
import { emptyForm, type KeptForm } from './kept-form'
import { typedFrom } from './to-submission'

/** A draft of the cloud as the form on this phone. */
export function fromCloud(draft: ApplicationDetail): KeptForm {
  const savedAt = (draft.savedAt ?? draft.changedAt).getTime()
  return {
    ...emptyForm(draft.itemVersion, draft.answers),
    applicationId: draft.applicationId,
    typed: typedFrom(draft.values),
    documents: Object.fromEntries(
      draft.documents
        .filter((doc) => doc.files.length > 0 || doc.later)
        .map((doc) => [
          doc.key,
          {
            files: doc.files.map(({ fileId, name, mimeType }) => ({ fileId, name, mimeType })),
            later: doc.later,
            reuse: false,
          },
        ]),
    ),
    ...(draft.delivery ? { delivery: draft.delivery } : {}),
    postTo: draft.postTo ?? '',
    savedAt,
    savedInCloudAt: savedAt,
  }
}
