import sharp from 'sharp'

/** Small pictures of papers as a phone takes them, drawn without a font: a card, a paper with a seal, a plan, a portrait, a receipt. */

const kinds = {
  card: `<rect x="70" y="70" width="340" height="210" rx="18" fill="#d9e6ee" stroke="#8aa4b5"/>
    <rect x="300" y="110" width="80" height="105" rx="6" fill="#b9c6cf"/><circle cx="340" cy="145" r="20" fill="#8b98a3"/>
    <path d="M305 210q35-50 70 0z" fill="#8b98a3"/>${lines(95, 115, 180, 5, 28)}`,
  paper: `<rect x="110" y="20" width="260" height="320" fill="#fffdf6" stroke="#c9c2b2"/>
    <rect x="180" y="45" width="120" height="14" fill="#5a5a5a"/>${lines(135, 85, 210, 8, 24)}
    <circle cx="310" cy="285" r="34" fill="none" stroke="#c33" stroke-width="5"/><path d="M310 265l6 14h15l-12 9 5 15-14-9-14 9 5-15-12-9h15z" fill="#c33"/>`,
  plan: `<rect x="60" y="40" width="360" height="280" fill="#fff" stroke="#345" stroke-width="6"/>
    <path d="M60 180h200v140M260 40v90M330 180h90" fill="none" stroke="#345" stroke-width="6"/>
    <path d="M260 180a50 50 0 0 1 50 50" fill="none" stroke="#789" stroke-width="3"/>
    <rect x="85" y="65" width="70" height="40" fill="#dde"/><rect x="330" y="240" width="60" height="50" fill="#dde"/>`,
  portrait: `<rect x="130" y="10" width="220" height="340" fill="#4f86c6"/><ellipse cx="240" cy="140" rx="55" ry="70" fill="#e8c6a8"/>
    <path d="M185 130q5-75 55-75t55 75q-15-45-55-45t-55 45z" fill="#2f2a28"/><path d="M150 350q10-125 90-125t90 125z" fill="#3a4654"/>`,
  receipt: `<path d="M150 20h180v310l-15-12-15 12-15-12-15 12-15-12-15 12-15-12-15 12-15-12-15 12-15-12-15 12z" fill="#fff" stroke="#bbb"/>
    ${lines(170, 50, 140, 9, 26)}`,
} as const
type PictureKind = keyof typeof kinds

function lines(x: number, y: number, width: number, count: number, apart: number): string {
  return Array.from({ length: count }, (_, n) => {
    const long = n % 3 === 2 ? width * 0.6 : width
    return `<rect x="${x}" y="${y + n * apart}" width="${long}" height="8" fill="#9a9a94"/>`
  }).join('')
}

const drawn = new Map<PictureKind, Promise<Buffer>>()

/** The picture that goes with a document of this name; drawn once. */
export function pictureOf(name: string): Promise<Buffer> {
  const kind = kindOf(name)
  const known = drawn.get(kind)
  if (known) return known
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="360"><rect width="480" height="360" fill="#7c6a55"/>${kinds[kind]}</svg>`
  const made = sharp(Buffer.from(svg)).jpeg({ quality: 70 }).toBuffer()
  drawn.set(kind, made)
  return made
}

function kindOf(name: string): PictureKind {
  if (/平面图|设计|图纸|效果图|招牌/.test(name)) return 'plan'
  if (/免冠|登记照|证件照|白底|合照|近照/.test(name)) return 'portrait'
  if (/卡|身份证/.test(name)) return 'card'
  return /发票|收据|票/.test(name) ? 'receipt' : 'paper'
}
