import type { Font } from 'fontkit'
import { atMost } from './at-most'
import { encoded, openPicture } from './picture'

/**
 * Burns words into a picture, again and again across all of it, so that a copy that leaks says what it was given for (仅供办理〈事项〉使用).
 * The letters are outlines from a font of our own: no font of the machine is needed.
 */

const oneOfTwo = atMost(2)
/** Degrees; against the lines of a document, so that neither hides the other. */
const slant = -28
/** Enough for the small print of a page on a screen, in pixels; drawing more takes seconds. */
const longestSide = 2800

/** The picture with the words in it, in the same format, at most `side` pixels long. */
export function watermarked(
  bytes: Buffer,
  mimeType: 'image/jpeg' | 'image/png' | 'image/webp',
  words: string,
  side = longestSide,
): Promise<Buffer> {
  return oneOfTwo(async () => {
    const picture = await openPicture(bytes)
    picture.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
    const { default: sharp } = await import('sharp')
    const { width, height, channels } = info
    const layer = Buffer.from(await tiles(words, width, height))
    return encoded(sharp(data, { raw: { width, height, channels } }).composite([{ input: layer }]), mimeType).toBuffer()
  })
}

/** An SVG of the picture's size, full of the words. Dark with a light edge: seen on white paper and on a black screen alike. */
async function tiles(words: string, width: number, height: number): Promise<string> {
  // Small enough to stand several times in the narrowest picture, large enough to be read.
  const size = Math.max(12, Math.round(Math.min(width, height) / 22))
  const { outline, length } = await outlineOf(words, size)
  const [stepX, stepY] = [Math.round(length + size * 2), size * 5]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>
<pattern id="w" width="${stepX}" height="${stepY * 2}" patternUnits="userSpaceOnUse" patternTransform="rotate(${slant})">
<g fill="#000" fill-opacity=".3" stroke="#fff" stroke-opacity=".45" stroke-width="${size / 16}" paint-order="stroke">
<path id="p" transform="translate(0 ${size * 1.2})" d="${outline}"/>
<path transform="translate(${stepX / 2} ${stepY + size * 1.2})" d="${outline}"/><path transform="translate(${-stepX / 2} ${stepY + size * 1.2})" d="${outline}"/>
</g></pattern></defs><rect width="100%" height="100%" fill="url(#w)"/></svg>`
}

/** The words as one SVG path standing on the line y = 0, and how long it is, in pixels. */
async function outlineOf(words: string, size: number): Promise<{ outline: string; length: number }> {
  const font = await openFont()
  const { glyphs, positions } = font.layout(words)
  const scale = size / font.unitsPerEm
  let x = 0
  const paths = glyphs.map((glyph, n) => {
    const path = glyph.path.scale(scale, -scale).translate(x, 0).toSVG()
    x += (positions[n]?.xAdvance ?? 0) * scale
    return path
  })
  return { outline: paths.join(''), length: x }
}

let opened: Promise<Font> | undefined

/** Noto Sans SC (OFL), as in our letters. Loaded with the first watermark. */
function openFont(): Promise<Font> {
  const file = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')
  opened ??= import('fontkit').then((fontkit) => fontkit.openSync(file) as Font)
  return opened
}
