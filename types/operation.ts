import * as v from 'valibot'
import { isDay } from './day'

/**
 * The contract as data: what an operation needs, takes, gives back and may refuse. The cloud derives routing, validation,
 * authorisation and idempotency from it; the Mini Program derives its client and its form validation from the same value.
 */

/** Roles a person can be granted for an area and a period. Everybody who signs in is a resident without a grant. */
export const roles = [
  'volunteer',
  'partyMember',
  'hubHost',
  'organiser',
  'gridWorker',
  'clerk',
  'approver',
  'communityAdmin',
  'supervisor',
] as const
export type Role = (typeof roles)[number]

/**
 * Who may call an operation at all. `anyone` needs no session, `signedIn` needs one, a list needs a live grant of one of
 * those roles. The area of the grant is checked where the row is: in the operation's SQL.
 */
export type Access = 'anyone' | 'signedIn' | readonly Role[]

type Entries = v.ObjectEntries
export type Refusals = Record<string, Entries>

export interface Operation<
  I extends Entries = Entries,
  O extends v.GenericSchema = v.GenericSchema,
  R = Refusals,
  A extends Access = Access,
> {
  readonly access: A
  readonly input: v.StrictObjectSchema<I, undefined>
  readonly output: O
  readonly refusals: R
  /** True when the input carries a `requestId`: the call changes something and may be retried for ever. */
  readonly writes: boolean
}

/**
 * Declares one operation. `input` is a closed object: a field it does not name is an error that names the field.
 * A `requestId` in the input makes it a write. `refusals` are expected business answers, each with its facts.
 */
export function operation<
  I extends Entries,
  O extends v.GenericSchema,
  const A extends Access,
  R extends Refusals = Record<never, never>,
>(spec: { access: A; input: I; output: O; refusals?: R }): Operation<I, O, R, A> {
  return {
    access: spec.access,
    input: v.strictObject(spec.input),
    output: spec.output,
    refusals: spec.refusals ?? ({} as R),
    writes: 'requestId' in spec.input,
  }
}

/** Any operation, whatever it takes and gives. */
// The schema of an input is contravariant in its entries, so only `never` stands for "some entries".
export type AnyOperation = Pick<Operation, 'access' | 'output' | 'writes'> & {
  readonly input: v.GenericSchema
  readonly refusals: unknown
}

/** What a caller sends: defaults may be left out. */
export type RequestOf<Op extends AnyOperation> = v.InferInput<Op['input']>
/** What the operation works on: validated, trimmed, defaults filled in. */
export type InputOf<Op extends AnyOperation> = v.InferOutput<Op['input']>
/** What a caller gets when nothing stood in the way. */
export type OutputOf<Op extends AnyOperation> = v.InferOutput<Op['output']>
/** One declared refusal with its facts, told apart by `reason`. */
export type RefusalOf<Op extends AnyOperation> = Op['refusals'] extends infer R extends Refusals
  ? {
      [K in keyof R]: { reason: K } & v.InferOutput<v.ObjectSchema<R[K], undefined>>
    }[keyof R]
  : never
/** An answer: the output, or a declared refusal. Both travel as data with HTTP 200. */
export type AnswerOf<Op extends AnyOperation> =
  | { ok: true; value: OutputOf<Op> }
  | { ok: false; refusal: RefusalOf<Op> }
/** Whether the operation changes something, as a type. */
export type Writes<Op extends AnyOperation> = InputOf<Op> extends { requestId: string } ? true : false

// ---- shared vocabulary -------------------------------------------------------------------------------------------

/**
 * True when a text hides something from its reader: control characters other than line break and tab, marks that turn the
 * reading direction, half characters. They break lists, letters and logs, and let one title pose as another.
 */
export function hidesCharacters(s: string): boolean {
  for (const character of s) {
    const c = character.codePointAt(0) ?? 0
    if ((c < 0x20 && c !== 0x09 && c !== 0x0a && c !== 0x0d) || (c >= 0x7f && c <= 0x9f)) return true
    if (c === 0x2028 || c === 0x2029 || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069)) return true
    if ((c >= 0xd800 && c <= 0xdfff) || (c & 0xfffe) === 0xfffe) return true
  }
  return false
}

const lineBreaks = /[\n\r\t]/
const pictographs = /\p{Extended_Pictographic}/u

const readable = (max: number, min: number) =>
  v.pipe(
    v.string('请填文字'),
    v.trim(),
    v.minLength(min, min > 1 ? `至少 ${min} 个字` : '请填写'),
    // One emoji is two units of a string, and one sign to its reader and to the database.
    v.check((s) => s.length < min || [...s].length >= min, `至少 ${min} 个字`),
    v.maxLength(max, `最多 ${max} 个字`),
    v.check((s) => !hidesCharacters(s), '有看不见的特殊字符，请删掉'),
  )

/** One line of official text (titles, names, places): trimmed, no line break, no emoji, because it is printed on lists and letters. */
export const line = (max: number, min = 1) =>
  v.pipe(
    readable(max, min),
    v.check((s) => !lineBreaks.test(s), '不能换行'),
    v.check((s) => !pictographs.test(s), '不能有表情符号'),
  )

/** Free words of a person: line breaks and emoji are welcome, invisible characters are not. May be empty unless `min` says otherwise. */
export const words = (max: number, min = 0) => readable(max, min)

/** Row id: a positive integer. */
export const id = v.pipe(v.number('编号不对'), v.safeInteger('编号不对'), v.minValue(1, '编号不对'))
/** UUID made by the client once per intent; the same one may be sent again for ever and gets the same answer. */
export const requestId = v.pipe(v.string('缺少请求编号'), v.uuid('请求编号不对'))
/** A moment; travels as LeanCloud's `{"__type":"Date","iso"}` and is a `Date` on both sides. */
export const instant = v.date('时间不对')
/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export const day = v.pipe(v.string('日期不对'), v.check(isDay, '没有这一天'))
/** National statistical area code: county 6 digits, township 9, community 12, grid 15. */
export const areaCode = v.pipe(v.string('地区不对'), v.regex(/^\d{6}(\d{3}){0,3}$/, '地区不对'))
/** Whole number from 0. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0))
export const latitude = v.pipe(v.number('位置不对'), v.minValue(-90, '位置不对'), v.maxValue(90, '位置不对'))
export const longitude = v.pipe(v.number('位置不对'), v.minValue(-180, '位置不对'), v.maxValue(180, '位置不对'))
/** Opaque keyset position handed out as `nextCursor`; absent on the first page. */
export const cursor = v.optional(v.pipe(v.string('翻页位置不对'), v.maxLength(200, '翻页位置不对')))
/** Text the cloud hands out; it was validated when it came in. */
export const text = v.string()
export const role = v.picklist(roles, '没有这个身份')

/** One page of a keyset list. `nextCursor` is absent on the last page. */
export const page = <T extends v.GenericSchema>(row: T) =>
  v.object({ rows: v.array(row), nextCursor: v.optional(v.string()) })
/** An output with nothing to say. */
export const done = v.object({})
/** A small file handed out inside an answer. */
export const attachment = v.object({
  fileName: text,
  mimeType: text,
  base64: text,
})
