import type { ContactKind } from '../../../../types/hub'

/** What is said on the page, kept on this phone until it is sent. */
export interface AskForm {
  kind: ContactKind
  words: string
  callBack: boolean
  anonymous: boolean
  /** A complaint about the host, which goes past him. */
  aboutHost: boolean
}

export const emptyAsk: AskForm = { kind: 'ask', words: '', callBack: false, anonymous: false, aboutHost: false }

/** The form as the cloud takes it; to my hub when no other one is named. */
export const toAsk = (form: AskForm, hubId: number | undefined, fileIds: readonly number[]) => ({
  kind: form.aboutHost ? ('complain' as const) : form.kind,
  words: form.words.trim(),
  callBack: form.callBack,
  anonymous: form.anonymous,
  aboutHost: form.aboutHost,
  ...(hubId === undefined ? {} : { hubId }),
  ...(fileIds.length > 0 ? { fileIds } : {}),
})
