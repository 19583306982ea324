import type { Palette } from './palette'

type Context = CanvasRenderingContext2D

/** A morning over the houses of a neighbourhood, from the top of the picture down to `height`. Drawn for a width of 750, and scaled. */
export function paintLandscape(
  ctx: Context,
  { sky, sun, hill, ground, line }: Palette,
  width: number,
  height: number,
): void {
  ctx.save()
  ctx.beginPath()
  ctx.rect(0, 0, width, height)
  ctx.clip()
  ctx.fillStyle = sky
  ctx.fillRect(0, 0, width, height)
  ctx.scale(width / 750, width / 750)
  const bottom = (height * 750) / width
  disc(ctx, 520, bottom - 250, 120, sun)
  rise(ctx, hill, bottom, [0, bottom - 130], [230, bottom - 250, 470, bottom - 60], [750, bottom - 150])
  house(ctx, 150, bottom - 118, 96, line)
  house(ctx, 238, bottom - 104, 72, line)
  house(ctx, 560, bottom - 96, 84, line)
  tree(ctx, 360, bottom - 84, line, hill)
  tree(ctx, 668, bottom - 92, line, hill)
  rise(ctx, ground, bottom, [0, bottom - 60], [250, bottom - 96, 520, bottom - 20], [750, bottom - 64])
  ctx.restore()
}

function disc(ctx: Context, x: number, y: number, radius: number, colour: string): void {
  ctx.beginPath()
  ctx.arc(x, y, radius, 0, Math.PI * 2)
  ctx.fillStyle = colour
  ctx.fill()
}

/** Ground under a soft line from the left edge to the right. */
function rise(
  ctx: Context,
  colour: string,
  bottom: number,
  [x0, y0]: readonly [number, number],
  [c1x, c1y, c2x, c2y]: readonly [number, number, number, number],
  [x1, y1]: readonly [number, number],
): void {
  ctx.beginPath()
  ctx.moveTo(x0, y0)
  ctx.bezierCurveTo(c1x, c1y, c2x, c2y, x1, y1)
  ctx.lineTo(x1, bottom)
  ctx.lineTo(x0, bottom)
  ctx.closePath()
  ctx.fillStyle = colour
  ctx.fill()
}

/** A house with a white wall and a roof, `size` wide, standing at y; its foot is for the ground in front to cover. */
function house(ctx: Context, x: number, y: number, size: number, line: string): void {
  const wall = size * 0.62
  ctx.lineWidth = 4
  ctx.lineJoin = 'round'
  ctx.lineCap = 'round'
  ctx.strokeStyle = line
  ctx.fillStyle = '#FFFFFF'
  ctx.beginPath()
  ctx.rect(x, y - wall, size, wall + 120)
  ctx.fill()
  ctx.stroke()
  ctx.beginPath()
  ctx.moveTo(x - size * 0.14, y - wall)
  ctx.lineTo(x + size / 2, y - wall - size * 0.42)
  ctx.lineTo(x + size * 1.14, y - wall)
  ctx.closePath()
  ctx.fill()
  ctx.stroke()
  ctx.beginPath()
  ctx.rect(x + size * 0.38, y - wall * 0.62, size * 0.24, size * 0.24)
  ctx.stroke()
}

function tree(ctx: Context, x: number, y: number, line: string, leaf: string): void {
  ctx.lineWidth = 4
  ctx.strokeStyle = line
  ctx.fillStyle = leaf
  ctx.beginPath()
  ctx.moveTo(x, y + 120)
  ctx.lineTo(x, y - 30)
  ctx.stroke()
  ctx.beginPath()
  ctx.arc(x, y - 54, 34, 0, Math.PI * 2)
  ctx.fill()
  ctx.stroke()
}
