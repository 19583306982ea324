import type { GuidanceAnswers } from '../../../../types/catalogue'
import { storage } from '../../../platform/storage'
import type { Delivery } from '../shapes'

/** A file that lies in the cloud already. */
export interface KeptFile {
  fileId: number
  name: string
  mimeType: string
}

/** What is handed in for one document. */
export interface KeptDocument {
  files: readonly KeptFile[]
  later: boolean
  reuse: boolean
}

export type Typed = Readonly<Record<string, string | boolean>>

/** A form that is being filled in, as it lies on this phone. */
export interface KeptForm {
  /** The draft in the cloud, once it has been there. */
  applicationId?: number
  itemVersion: number
  /** 0: me. */
  personId: number
  answers: GuidanceAnswers
  /** As typed: numbers are still text. */
  typed: Typed
  documents: Readonly<Record<string, KeptDocument>>
  delivery?: Delivery
  postTo: string
  /** When it was last changed on this phone, and what of it the cloud has. */
  savedAt: number
  savedInCloudAt?: number
  /** Request id of a submission that had to wait for the network. */
  sentAs?: string
}

const place = (code: string) => `draft/apply/${code}`

export const emptyForm = (itemVersion: number, answers: GuidanceAnswers): KeptForm => ({
  itemVersion,
  personId: 0,
  answers,
  typed: {},
  documents: {},
  postTo: '',
  savedAt: Date.now(),
})

export const emptyDocument: KeptDocument = { files: [], later: false, reuse: false }

export const keptForm = (code: string) => storage.read<KeptForm>(place(code))
export const keepForm = (code: string, form: KeptForm) => storage.write(place(code), form)
export const forgetForm = (code: string) => storage.remove(place(code))

/** A draft that was begun in the cloud before anything was filled in on this phone. */
export function rememberDraft(
  code: string,
  draft: { applicationId: number; savedAt: Date; itemVersion: number },
  answers: GuidanceAnswers,
): void {
  const before = keptForm(code) ?? emptyForm(draft.itemVersion, answers)
  keepForm(code, { ...before, applicationId: draft.applicationId, savedInCloudAt: draft.savedAt.getTime() })
}

/** Whether the cloud lacks something that this phone has. */
export const unsaved = (form: KeptForm) => form.savedInCloudAt === undefined || form.savedAt > form.savedInCloudAt
