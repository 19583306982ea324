import type { ItemDraft } from '../../types/catalogue'
import { isChinese, plain, southern, spellings } from '../platform/pinyin'

/**
 * Finding items by words, by pinyin whole or by initials. Every name becomes lines of plain letters: itself, its pinyin and its initials, and for
 * characters with several readings (多音字) also those with another reading; and its pinyin once more as southern tongues say it. What is looked for
 * is brought to the same form.
 */

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

function formsOf(name: string): string[] {
  const characters = plain(name)
  const spelled = spellings(characters)
  const latin = spelled.flatMap((one) => [one.pinyin, one.initials])
  return [characters, ...latin, southern(spelled[0]?.pinyin ?? '')]
}
