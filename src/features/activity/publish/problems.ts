import * as v from 'valibot'
import { activityDraftObject } from '../../../../types/activity'
import { type PublishForm, sumOf } from './form'
import { toDraft } from './to-draft'
import { type EditRefusal, editRefusal, publishWording as words } from './wording'

/** What is wrong, by the path of its field in the contract (`title`, `groups.1.capacity`). */
export type Problems = Readonly<Record<string, string>>

/** Checks with the same schema as the cloud, and beforehand what the cloud would refuse. The same words either way. */
export function problemsOf(form: PublishForm, now: Date): Problems {
  const draft = toDraft(form)
  const result = v.safeParse(activityDraftObject, draft)
  // The first mistake of a field is the one to say.
  const bySchema = (result.issues ?? []).map((issue) => [v.getDotPath(issue) ?? '', issue.message] as const).reverse()
  return { ...Object.fromEntries(bySchema), ...timeProblems(form, draft, now), ...seatProblems(form) }
}

function timeProblems(form: PublishForm, draft: ReturnType<typeof toDraft>, now: Date): Problems {
  return {
    ...(form.areaCode === '' ? { areaCode: words.needArea } : {}),
    ...(form.day === ''
      ? { startsAt: words.needDay }
      : form.from === ''
        ? { startsAt: words.needFrom }
        : draft.startsAt <= now
          ? { startsAt: editRefusal({ reason: 'inThePast' }) }
          : {}),
    ...(form.until === ''
      ? { endsAt: words.needUntil }
      : form.until === form.from
        ? { endsAt: editRefusal({ reason: 'endsBeforeItStarts' }) }
        : {}),
  }
}

function seatProblems({ limited, groups, capacity }: PublishForm): Problems {
  if (!limited || groups.length === 0) return {}
  const names = groups.map((group) => group.name.trim())
  const repeated = names.findIndex((name, i) => name !== '' && names.indexOf(name) < i)
  const sum = sumOf(groups)
  return {
    ...(sum === Number(capacity) ? {} : { groups: words.sumDiffers(sum, Number(capacity) || 0) }),
    ...(repeated < 0 ? {} : { [`groups.${repeated}.name`]: editRefusal({ reason: 'groupNamesRepeat' }) }),
  }
}

/** A refusal of the cloud at the field it is about; under '' when it is about none. */
export function problemOfRefusal(refusal: EditRefusal): Problems {
  return { [fieldOf(refusal)]: editRefusal(refusal) }
}

function fieldOf({ reason }: EditRefusal): string {
  switch (reason) {
    case 'inThePast':
      return 'startsAt'
    case 'endsBeforeItStarts':
    case 'tooLong':
      return 'endsAt'
    case 'signUpWindowWrong':
      return 'signUpClosesAt'
    case 'cancelUntilWrong':
      return 'cancelUntil'
    case 'noSuchArea':
      return 'areaCode'
    case 'wordsRefused':
      return 'body'
    case 'groupNamesRepeat':
    case 'capacityUnlikeGroups':
    case 'groupStillUsed':
      return 'groups'
    case 'belowConfirmed':
      return 'capacity'
    case 'questionKeysRepeat':
      return 'questions'
    default:
      return ''
  }
}

/** The mistakes of one row of a list, by the name of its field: `groups`, 1 → `name`, `capacity`. */
export function problemsAt(problems: Problems, list: string, index: number): Problems {
  const start = `${list}.${index}.`
  return Object.fromEntries(
    Object.entries(problems).flatMap(([path, problem]) =>
      path.startsWith(start) ? [[path.slice(start.length), problem]] : [],
    ),
  )
}
