import type { ActivityDetail } from '../../../../types/activity'
import { timeSpan } from '../../../platform/dates'
import { kindNames } from '../wording'
import type { Sheet } from './drawing-types'
import { paintLandscape } from './landscape'
import { inks, palettes } from './palette'
import { breakLines, font, shorten } from './text'
import { shareWording as words } from './wording'

type Poster = Pick<
  ActivityDetail,
  'kind' | 'title' | 'host' | 'startsAt' | 'endsAt' | 'placeName' | 'address' | 'contactName' | 'contactPhone'
>

export const posterWidth = 750
const edge = 56
const inner = posterWidth - 2 * edge
const art = 440
const titleLine = 70
const factLine = 52
const codeSize = 220

/** A poster for the stairwell: what, when, where, whom to ask, and the code that opens it. As high as its title needs. */
export function poster(ctx: CanvasRenderingContext2D, activity: Poster, code: CanvasImageSource | undefined): Sheet {
  ctx.font = font(52, true)
  const title = breakLines(ctx, activity.title, inner, 3)
  ctx.font = font(32, true)
  const when = breakLines(ctx, timeSpan(activity.startsAt, activity.endsAt), inner, 2)
  ctx.font = font(30)
  const where = breakLines(ctx, `${activity.placeName}，${activity.address}`, inner, 2)
  const tagTop = art + 52
  const titleTop = tagTop + 48 + 28
  const factsTop = titleTop + title.length * titleLine + 20
  const rule = factsTop + (when.length + where.length) * factLine + 24
  const footTop = rule + 40
  const height = footTop + codeSize + 56

  const paint = () => {
    ctx.fillStyle = inks.paper
    ctx.fillRect(0, 0, posterWidth, height)
    paintLandscape(ctx, palettes[activity.kind], posterWidth, art)
    ctx.textBaseline = 'middle'
    tag(ctx, kindNames[activity.kind], words.hostedBy(activity.host), tagTop)
    lines(ctx, title, { top: titleTop, line: titleLine, font: font(52, true), colour: inks.ink })
    lines(ctx, when, { top: factsTop, line: factLine, font: font(32, true), colour: inks.ink })
    const whereTop = factsTop + when.length * factLine
    lines(ctx, where, { top: whereTop, line: factLine, font: font(30), colour: inks.second })
    ctx.fillStyle = inks.hairline
    ctx.fillRect(edge, rule, inner, 2)
    foot(ctx, activity, code, footTop)
  }
  return { width: posterWidth, height, paint }
}

interface Setting {
  top: number
  line: number
  font: string
  colour: string
}

function lines(ctx: CanvasRenderingContext2D, texts: readonly string[], setting: Setting): void {
  ctx.font = setting.font
  ctx.fillStyle = setting.colour
  texts.forEach((text, i) => {
    ctx.fillText(text, edge, setting.top + setting.line * (i + 0.5))
  })
}

function tag(ctx: CanvasRenderingContext2D, kind: string, host: string, top: number): void {
  ctx.font = font(26)
  const width = ctx.measureText(kind).width + 36
  ctx.fillStyle = inks.sand
  ctx.fillRect(edge, top, width, 48)
  ctx.fillStyle = inks.second
  ctx.fillText(kind, edge + 18, top + 24)
  ctx.fillText(shorten(ctx, host, inner - width - 20), edge + width + 20, top + 24)
}

/** The seal, how to scan, whom to call, and the code. */
function foot(ctx: CanvasRenderingContext2D, activity: Poster, code: CanvasImageSource | undefined, top: number): void {
  const width = inner - codeSize - 32
  seal(ctx, edge, top)
  ctx.font = font(32, true)
  ctx.fillStyle = inks.ink
  ctx.fillText(code ? words.scan : words.noScan, edge + 92, top + 20)
  ctx.font = font(26)
  ctx.fillStyle = inks.second
  ctx.fillText(code ? words.scanNote : words.brand, edge + 92, top + 58)
  const { contactName, contactPhone } = activity
  const ask = contactPhone ? words.ask(contactName, contactPhone) : words.askPlain(contactName)
  const broken = breakLines(ctx, ask, width, 3)
  lines(ctx, broken, { top: top + 104, line: 40, font: font(26), colour: inks.second })
  if (code) ctx.drawImage(code, posterWidth - edge - codeSize, top, codeSize, codeSize)
}

/** A red seal with our name, as under a painting. */
function seal(ctx: CanvasRenderingContext2D, left: number, top: number): void {
  ctx.fillStyle = inks.brand
  ctx.fillRect(left, top, 72, 76)
  ctx.fillStyle = inks.paper
  ctx.font = font(26, true)
  ctx.textAlign = 'center'
  ctx.fillText(words.brand.slice(0, 2), left + 36, top + 24)
  ctx.fillText(words.brand.slice(2), left + 36, top + 54)
  ctx.textAlign = 'left'
}
