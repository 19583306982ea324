/**
 * What WeChat accepts in each type of message field, from its documentation of subscription messages (订阅消息参数值内容限制说明). Written
 * apart from our client's cutting on purpose: one checks the other.
 */
const clock = String.raw`\d{1,2}:\d{2}(:\d{2})?`
const day = [
  String.raw`\d{4}年\d{1,2}月(\d{1,2}日)?|\d{1,2}月\d{1,2}日`,
  String.raw`\d{4}[-/.]\d{1,2}([-/.]\d{1,2})?|\d{1,2}[-/.]\d{1,2}`,
].join('|')
const span = (moment: string) => new RegExp(`^(${moment})(~(${moment}))?$`)

const rules = new Map<string, (value: string) => boolean>([
  ['thing', (value) => charactersOf(value) <= 20],
  ['number', (value) => value.length <= 32 && /^\d+(\.\d+)?$/.test(value)],
  ['letter', (value) => /^[A-Za-z]{1,32}$/.test(value)],
  ['symbol', (value) => charactersOf(value) <= 5 && !/[\p{L}\p{N}]/u.test(value)],
  ['character_string', (value) => /^[\x20-\x7e]{1,32}$/.test(value)],
  ['time', (value) => span(`((${day}) ?)?${clock}`).test(value)],
  ['date', (value) => span(`(${day})( ?${clock})?`).test(value)],
  ['amount', (value) => /^\p{Sc}?\d{1,10}(\.\d+)?元?$/u.test(value)],
  ['phone_number', (value) => /^[\d+\-() ]{1,17}$/.test(value)],
  ['car_number', (value) => /^[\p{Script=Han}A-Za-z0-9][A-Za-z0-9]{0,6}[\p{Script=Han}A-Za-z0-9]?$/u.test(value)],
  ['name', (value) => charactersOf(value) <= (/\p{Script=Han}/u.test(value) ? 10 : 20) && !/\p{N}/u.test(value)],
  ['phrase', (value) => /^\p{Script=Han}{1,5}$/u.test(value)],
])

/** Whether WeChat would take this value for this field (`thing1`); it answers 47003 otherwise. */
export function fieldIsValid(field: string, value: string): boolean {
  const [, type = ''] = /^([a-z_]+)\d+$/.exec(field) ?? []
  return value !== '' && !/[\p{Cc}\p{Surrogate}]/u.test(value) && (rules.get(type)?.(value) ?? false)
}

const charactersOf = (value: string) => [...value].length
