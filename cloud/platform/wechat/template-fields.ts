/**
 * Limits of subscription message fields, by the type in front of a field's number (`thing1`, `time2`). WeChat refuses what breaks them
 * with 47003 and sends nothing, so texts are cut here; numbers and moments are left alone, because a cut one would be a wrong one.
 */
const fitters = new Map<string, (text: string) => string>([
  ['thing', (text) => shorten(text, 20)],
  ['name', (text) => shorten(onOneLine(text.replace(/\p{N}/gu, '')), /\p{Script=Han}/u.test(text) ? 10 : 20)],
  ['phrase', (text) => (text.match(/\p{Script=Han}/gu) ?? []).slice(0, 5).join('')],
  [
    'character_string',
    (text) =>
      onOneLine(text.replace(/[^\x20-\x7e]/gu, ''))
        .slice(0, 32)
        .trimEnd(),
  ],
])

// WeChat refuses empty fields. What stands in must itself be of the field's type.
const whenEmpty = new Map([
  ['thing', '无'],
  ['name', '无'],
  ['phrase', '无'],
  ['character_string', '-'],
])

/** Makes every text of a message fit its field's type. Pure, and a second time changes nothing. Unknown types are left as they are. */
export function fitTemplateData(data: Readonly<Record<string, string>>): Record<string, { value: string }> {
  return Object.fromEntries(
    Object.entries(data).map(([field, text]) => {
      const type = field.replace(/\d+$/, '')
      const plain = onOneLine(text)
      return [field, { value: (fitters.get(type)?.(plain) ?? plain) || (whenEmpty.get(type) ?? '') }]
    }),
  )
}

/** Control characters and halves of surrogate pairs are refused by WeChat wherever they stand. */
const onOneLine = (text: string) =>
  text
    .replace(/\p{Surrogate}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** Cuts to `most` code points, the … included. Cuts between what people see as characters, so that no emoji falls apart. */
function shorten(text: string, most: number): string {
  if ([...text].length <= most) return text
  let kept = ''
  let length = 0
  for (const { segment } of graphemes.segment(text)) {
    length += [...segment].length
    if (length > most - 1) break
    kept += segment
  }
  // One "character" may be longer than the field, with accents piled up: then the code points are all there is.
  return `${kept.trimEnd() || [...text].slice(0, most - 1).join('')}…`
}
