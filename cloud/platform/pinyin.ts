import { pinyin, polyphonic } from 'pinyin-pro'

/** Names as they are typed by those who spell: pinyin whole, its first letters, and what southern tongues make of it. */

/** Variants with another reading (多音字), at most, of one name. */
const mostVariants = 24

/** Letters and digits only, half width, lower case; ü is typed v. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** The pinyin of a name and its first letters, for its likeliest reading first, then for others of its characters; `name` is plain. */
export function spellings(name: string): { pinyin: string; initials: string }[] {
  const readings = pinyin(name, { toneType: 'none', type: 'array', v: true })
  const all = polyphonic(name, { toneType: 'none', type: 'array', v: true })
  const variants = [readings]
  all.forEach((others, at) => {
    for (const other of others)
      if (other !== readings[at] && variants.length < mostVariants)
        variants.push(readings.map((reading, n) => (n === at ? other : reading)))
  })
  return variants.map((syllables) => ({
    pinyin: syllables.join(''),
    initials: syllables.map((syllable) => syllable[0]).join(''),
  }))
}

/** Pinyin without what many tell apart only with effort: zh, ch, sh from z, c, s; -ng from -n; n- from l-. */
export function southern(pinyinText: string): string {
  return pinyinText
    .replace(/([zcs])h/g, '$1')
    .replace(/([aei])ng/g, '$1n')
    .replace(/l/g, 'n')
}

export const isChinese = (character: string) => /\p{Script=Han}/u.test(character)
