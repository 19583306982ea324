import { useDraft } from '../../../platform/use-draft'
import type { CaseDesk } from '../case/use-case'
import type { Case } from '../shapes'
import { actWording as words } from './wording'

interface Line {
  what: string
  how: string
}
export interface NoticeLine extends Line {
  key: string
  name: string
}

const formKey = 'form'

/** The lines of the notice: one for each document that was found wanting and may still be objected to. What is typed stays on this machine at once. */
export function useNotice(c: Case, desk: CaseDesk) {
  const [{ lines, form }, set, forget] = useDraft<{ lines: Record<string, Line>; form: boolean }>(
    `desk/${c.applicationId}/notice`,
    {
      lines: Object.fromEntries(c.noticeDraft.map(({ key, what, how }) => [key, { what, how }])),
      form: c.noticeDraft.some(({ key }) => key === formKey),
    },
  )
  const wanted = [
    ...c.documents.filter((d) => c.objectable.includes(d.key) && isWanting(d, desk)),
    ...(form && c.objectable.includes(formKey) ? [{ key: formKey, name: words.form }] : []),
  ]
  const shown: NoticeLine[] = wanted.map(({ key, name }) => ({ key, name, what: '', how: '', ...lines[key] }))
  return {
    lines: shown,
    /** Whether what was typed may be objected to, and whether it is. */
    form: c.objectable.includes(formKey) ? form : undefined,
    setForm: (on: boolean) => set({ form: on }),
    write: (key: string, line: Line) => set((now) => ({ lines: { ...now.lines, [key]: line } })),
    forget,
  }
}

/** Found wanting, or not there at all though it is not promised for later. */
const isWanting = (d: Case['documents'][number], desk: CaseDesk) =>
  desk.verdictOf(d) === 'notOk' || (d.form === 'electronic' && d.files.length === 0 && !d.later)
