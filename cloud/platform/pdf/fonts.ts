import fs from 'node:fs'
import { create, type Font } from 'fontkit'

/**
 * Noto Sans SC (SIL Open Font License 1.1): all of GB 18030 level 1, nearly all of the 通用规范汉字表 beyond it. Each letter embeds only the glyphs
 * it uses.
 */
export interface Fonts {
  regular: Font
  bold: Font
}

const regular = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'
const bold = '@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf'

/**
 * The fonts of one paper. Never shared between papers: an opened font remembers for which character it gave a glyph first, and a name in one
 * letter could be copied out of it as the variant that stood in another.
 */
export function openFonts(): Fonts {
  return { regular: openFont(regular), bold: openFont(bold) }
}

const files = new Map<string, Buffer>()

function openFont(name: string): Font {
  const bytes = files.get(name) ?? fs.readFileSync(require.resolve(name))
  files.set(name, bytes)
  const font = create(bytes)
  if (!('postscriptName' in font)) throw new Error(`a collection, not a font: ${name}`)
  return font
}

/**
 * The text as it can be printed. A character without a glyph becomes 〓 with its number, 〓(U+20BB7), so that a rare name is
 * seen to be incomplete and is written in by hand. Invisible characters go: some of them turn the order of letters around.
 */
export function printable({ regular, bold }: Fonts, text: string): { text: string; missing: string[] } {
  const missing: string[] = []
  const visible = text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\P{C}\n\p{Cn}\p{Co}]|\p{Variation_Selector}/gu, '')
  const printed = Array.from(visible, (character) => {
    const code = character.codePointAt(0)!
    if (character === '\n' || (regular.hasGlyphForCodePoint(code) && bold.hasGlyphForCodePoint(code))) return character
    missing.push(character)
    return `〓(U+${code.toString(16).toUpperCase().padStart(4, '0')})`
  })
  return { text: printed.join(''), missing }
}
