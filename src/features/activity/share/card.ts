import type { ActivityDetail } from '../../../../types/activity'
import { timeSpan } from '../../../platform/dates'
import type { Sheet } from './drawing-types'
import { paintLandscape } from './landscape'
import { inks, palettes } from './palette'
import { breakLines, font, shorten } from './text'

type Card = Pick<ActivityDetail, 'kind' | 'title' | 'startsAt' | 'endsAt' | 'placeName' | 'areaName'>

// WeChat shows the picture of a share card at 5:4, small: few words, large.
const width = 750
const height = 600
const edge = 44

/** The picture of a share card: the landscape, and on paper below it what, when and where. */
export function card(ctx: CanvasRenderingContext2D, activity: Card): Sheet {
  const inner = width - 2 * edge
  ctx.font = font(54, true)
  const title = breakLines(ctx, activity.title, inner, 2)
  const art = height - 190 - title.length * 70
  const paint = () => {
    ctx.fillStyle = inks.paper
    ctx.fillRect(0, 0, width, height)
    paintLandscape(ctx, palettes[activity.kind], width, art)
    ctx.textBaseline = 'middle'
    ctx.fillStyle = inks.ink
    ctx.font = font(54, true)
    title.forEach((line, i) => {
      ctx.fillText(line, edge, art + 36 + 70 * (i + 0.5))
    })
    const below = art + 36 + 70 * title.length
    ctx.font = font(38)
    ctx.fillText(shorten(ctx, timeSpan(activity.startsAt, activity.endsAt), inner), edge, below + 38)
    ctx.fillStyle = inks.second
    ctx.fillText(shorten(ctx, `${activity.areaName} ${activity.placeName}`, inner), edge, below + 94)
  }
  return { width, height, paint }
}
