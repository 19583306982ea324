import type { RequestOf } from '../../../../types/operation'
import type { HelpKind, Strength, volunteer } from '../../../../types/volunteer'
import type { Times, When } from './times'

export type Wished = Strength | ''

/** What is said on the page, kept on this phone until it is sent. Empty: as the kind and the person have it. */
export interface AskForm {
  kind: HelpKind | ''
  when: When
  /** 0: me. */
  personId: number
  personName: string
  areaCode: string
  areaName: string
  address: string
  here: { lat: number; lng: number } | null
  words: string
  dialect: string
  dialectName: string
  dialectWish: Wished
  homeWish: Wished
  homeAreaCode: string
  homeAreaName: string
  sex: 'female' | 'male' | ''
  sexWish: Wished
  /** 0: as many as the kind needs. */
  people: number
  manual: boolean
}

export const emptyAsk: AskForm = {
  kind: '',
  when: { slot: '', day: '', from: '', until: '' },
  personId: 0,
  personName: '',
  areaCode: '',
  areaName: '',
  address: '',
  here: null,
  words: '',
  dialect: '',
  dialectName: '',
  dialectWish: 'better',
  homeWish: '',
  homeAreaCode: '',
  homeAreaName: '',
  sex: '',
  sexWish: 'better',
  people: 0,
  manual: false,
}

type AskInput = Omit<RequestOf<(typeof volunteer)['ask']>, 'requestId'>

/** The form as the cloud takes it. */
export function toAsk(form: AskForm, kind: HelpKind, { windows, urgency }: Times): AskInput {
  const wishes = {
    ...(form.dialect && form.dialectWish ? { dialect: form.dialectWish } : {}),
    ...(form.homeWish ? { homeCounty: form.homeWish } : {}),
    ...(form.sex && form.sexWish ? { sameSex: form.sexWish } : {}),
  }
  return {
    kind,
    urgency,
    windows,
    words: form.words.trim(),
    ...(form.address.trim() ? { address: form.address.trim() } : {}),
    automatic: !form.manual,
    wishes,
    dialects: form.dialect ? [form.dialect] : [],
    ...(form.personId ? { personId: form.personId } : {}),
    ...(form.areaCode ? { areaCode: form.areaCode } : {}),
    ...(form.here ?? {}),
    ...(form.homeAreaCode ? { homeAreaCode: form.homeAreaCode } : {}),
    ...(form.sex ? { sex: form.sex } : {}),
    ...(form.people ? { people: form.people } : {}),
  }
}
