import { pinyin, polyphonic } from 'pinyin-pro'
import type { ItemDraft } from '../../types/catalogue'

/**
 * Finding items by words, by pinyin whole or by initials. Every name becomes lines of plain letters: itself, its pinyin and its initials, and for
 * characters with several readings (多音字) also those with another reading; and its pinyin once more as southern tongues say it. What is looked for
 * is brought to the same form.
 */

/** Variants with another reading, at most, of one name. */
const mostVariants = 24

/** What can be found of an item, one form a line, a line break before and after each. */
export function searchTextOf(code: string, draft: Pick<ItemDraft, 'name' | 'department' | 'aliases'>): string {
  const names = [draft.name, ...(draft.aliases ?? [])]
  const lines = [...names.flatMap(formsOf), plain(draft.department), plain(code)]
  return `\n${[...new Set(lines)].filter(Boolean).join('\n')}\n`
}

/**
 * What somebody typed: the words that must all occur, and the whole; for when nothing fits exactly, pairs of neighbouring characters and the pinyin as
 * southern tongues say it.
 */
export interface Search {
  words: string[]
  whole: string
  pairs: string[]
  southern: string
}

/** Undefined when nothing was typed that could be found. */
export function searchOf(typed: string): Search | undefined {
  const words = typed
    .split(/[\s,，、。;；]+/)
    .map(plain)
    .filter(Boolean)
    .slice(0, 8)
  const whole = words.join('')
  if (whole === '') return undefined
  const characters = [...whole]
  const pairs = characters.flatMap((character, at) => {
    const next = characters[at + 1]
    return next !== undefined && isChinese(character) && isChinese(next) ? [character + next] : []
  })
  return { words, whole, pairs: [...new Set(pairs)], southern: southern(whole) }
}

/** Letters and digits only, half width, lower case; ü is typed v. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function formsOf(name: string): string[] {
  const characters = plain(name)
  const readings = pinyin(characters, { toneType: 'none', type: 'array', v: true })
  const all = polyphonic(characters, { toneType: 'none', type: 'array', v: true })
  const variants = [readings]
  all.forEach((others, at) => {
    for (const other of others)
      if (other !== readings[at] && variants.length < mostVariants)
        variants.push(readings.map((reading, n) => (n === at ? other : reading)))
  })
  const latin = variants.flatMap((syllables) => [syllables.join(''), syllables.map((s) => s[0]).join('')])
  return [characters, ...latin, southern(readings.join(''))]
}

/** Pinyin without what many tell apart only with effort: zh, ch, sh from z, c, s; -ng from -n; n- from l-. */
function southern(pinyinText: string): string {
  return pinyinText
    .replace(/([zcs])h/g, '$1')
    .replace(/([aei])ng/g, '$1n')
    .replace(/l/g, 'n')
}

const isChinese = (character: string) => /\p{Script=Han}/u.test(character)
