import type { application } from '../../types/application'
import type { OutputOf } from '../../types/operation'

/** What both sides see of a case, before anything happened to it; each side adds its own. */

type Document = OutputOf<(typeof application)['detail']>['documents'][number]

export const untouchedCase = {
  documents: [],
  delivery: 'electronic',
  postTo: null,
  explanation: null,
  escalatedTo: [],
  events: [],
  notices: [],
  appointment: null,
  visitsNeeded: 0,
  decision: null,
  deferUntil: null,
  extension: null,
  appeal: null,
  letters: [],
  messages: [],
  helper: null,
} as const

/** A document that was asked for, with nothing handed in yet. */
export const documentInCase = (changes: Partial<Document> = {}): Document => ({
  key: 'card',
  name: '社保卡照片',
  form: 'electronic',
  deferrable: false,
  round: 1,
  later: false,
  files: [],
  verdict: null,
  note: null,
  sample: null,
  whereToGet: null,
  mostFiles: 2,
  reusable: false,
  ...changes,
})
