import * as v from 'valibot'
import { hub } from '../../../../types/hub'
import type { Problems } from '../../../platform/problems'
import { writeWording as words } from './wording'

/** A visit as it is being written. */
export interface VisitForm {
  visitedOn: string
  householdIds: number[]
  heard: string
  promises: { householdId: number | null; words: string; dueOn: string }[]
  answer: string
}

export const emptyVisit = (today: string, householdId: number | undefined): VisitForm => ({
  visitedOn: today,
  householdIds: householdId === undefined ? [] : [householdId],
  heard: '',
  promises: [],
  answer: '',
})

/** What was sent, to be put right. */
export const formOf = ({ visitedOn, householdIds, heard, promises, answer }: VisitInput): VisitForm => ({
  visitedOn,
  householdIds,
  heard,
  promises,
  answer: answer ?? '',
})

export const schema = v.omit(hub.writeVisit.input, ['requestId'])

export type VisitInput = ReturnType<typeof toInput>

export function toInput(form: VisitForm, fileIds: number[], contactId: number | undefined) {
  const only = form.householdIds.length === 1 ? form.householdIds[0] : undefined
  return {
    visitedOn: form.visitedOn,
    householdIds: form.householdIds,
    heard: form.heard.trim(),
    fileIds,
    promises: form.promises.map((one) => ({
      // To the one household that was visited, if there is only one.
      householdId: only ?? one.householdId ?? 0,
      words: one.words.trim(),
      dueOn: one.dueOn,
    })),
    ...(contactId === undefined
      ? { contactId: undefined, answer: undefined }
      : { contactId, answer: form.answer.trim() }),
  }
}

/** What the schema cannot say in the words of this page. */
export function problemsOf(form: VisitForm): Problems {
  const { missing } = words
  const many = form.householdIds.length > 1
  const wrong: [string, string][] = [
    ...(form.visitedOn === '' ? [['visitedOn', missing.visitedOn] as [string, string]] : []),
    ...(form.householdIds.length === 0 ? [['householdIds', missing.householdIds] as [string, string]] : []),
    ...form.promises.flatMap(({ householdId, dueOn }, n): [string, string][] => [
      ...(dueOn === '' ? [[`promises.${n}.dueOn`, missing.dueOn] as [string, string]] : []),
      ...(many && !(householdId !== null && form.householdIds.includes(householdId))
        ? [[`promises.${n}.householdId`, missing.householdId] as [string, string]]
        : []),
    ]),
  ]
  return Object.fromEntries(wrong)
}
