/** Limits of subscription message fields, by the type in front of a field's number (`thing1`, `time2`). WeChat refuses longer ones with 47003. */
const longest: Record<string, number> = {
  thing: 20,
  phrase: 5,
  character_string: 32,
  name: 10,
  number: 32,
  time: 32,
  date: 32,
}

const typeOf = (field: string) => field.replace(/\d+$/, '')

/** Cuts a text to `most` characters as people count them: a surrogate pair is one, and what was cut is shown as …. */
function shorten(text: string, most: number): string {
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}

/** Makes every field of a message fit its type. Pure; an empty value becomes 无 because WeChat refuses empty fields. */
export function fitTemplateData(data: Readonly<Record<string, string>>): Record<string, { value: string }> {
  const fitted: Record<string, { value: string }> = {}
  for (const [field, raw] of Object.entries(data)) {
    const type = typeOf(field)
    const plain = raw.replace(/\s+/g, ' ').trim()
    const value =
      type === 'character_string'
        ? [...plain]
            .filter((c) => c >= ' ' && c <= '~')
            .slice(0, 32)
            .join('')
        : type === 'phrase'
          ? [...plain].slice(0, 5).join('')
          : shorten(plain, longest[type] ?? 20)
    fitted[field] = { value: value || '无' }
  }
  return fitted
}

/** Whether a value is one WeChat accepts for the field; the sandbox answers 47003 otherwise. */
export function fieldIsValid(field: string, value: string): boolean {
  const type = typeOf(field)
  const most = longest[type]
  if (most === undefined || value === '' || [...value].length > most) return false
  if (type === 'phrase') return /^[\u4e00-\u9fff]+$/.test(value)
  if (type === 'number') return /^\d+(\.\d+)?$/.test(value)
  if (type === 'character_string') return /^[\x20-\x7e]+$/.test(value)
  if (type === 'time' || type === 'date')
    return /^\d{4}(-|年)\d{1,2}(-|月)\d{1,2}日?( \d{1,2}:\d{2}(:\d{2})?)?$/.test(value)
  return true
}
