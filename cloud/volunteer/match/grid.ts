import { earthMetres } from './distance'
import { byId } from './fingerprint'
import type { DistanceRule, Place, Volunteer } from './model'

/** Cells of about this side: small beside a radius, large beside a bit set's word. */
const cellMetres = 500

/** Volunteers by cells of a raster in degrees: those of cell (row, column) are the slots from cellStart[row · columns + column] to before the next. */
export interface Grid {
  south: number
  west: number
  rows: number
  columns: number
  rowDegrees: number
  columnDegrees: number
  cellStart: Int32Array
  /** The farthest that anybody goes, as the crow flies. */
  reachMetres: number
}

const degree = (earthMetres * Math.PI) / 180

/** Lays a raster over the volunteers and puts them in the order of its cells (a counting sort), within a cell in that of their ids. */
export function buildGrid(volunteers: readonly Volunteer[], rule: DistanceRule): { grid: Grid; ordered: Volunteer[] } {
  const grid = layGrid(volunteers, rule)
  const { cellStart } = grid
  const cells = new Int32Array(volunteers.length)
  for (let i = 0; i < cells.length; i++) {
    const cell = cellOf(grid, (volunteers[i] as Volunteer).at)
    cells[i] = cell
    cellStart[cell + 1]! += 1
  }
  for (let cell = 1; cell < cellStart.length; cell++) cellStart[cell]! += cellStart[cell - 1] as number
  const next = cellStart.slice()
  const ordered = new Array<Volunteer>(volunteers.length)
  for (let i = 0; i < cells.length; i++) ordered[next[cells[i] as number]!++] = volunteers[i] as Volunteer
  for (let cell = 1; cell < cellStart.length; cell++)
    sortPart(ordered, cellStart[cell - 1] as number, cellStart[cell] as number)
  return { grid, ordered }
}

/** Puts the people of one cell, from `first` to before `end`, in the order of their ids, where they are not yet. */
function sortPart(people: Volunteer[], first: number, end: number): void {
  for (let i = first + 1; i < end; i++) {
    if (byId(people[i - 1] as Volunteer, people[i] as Volunteer) <= 0) continue
    const part = people.slice(first, end).sort(byId)
    for (let at = first; at < end; at++) people[at] = part[at - first] as Volunteer
    return
  }
}

/** The raster over the volunteers' places, with nobody in it yet. */
function layGrid(volunteers: readonly Volunteer[], rule: DistanceRule): Grid {
  let [south, north, west, east, radius] = [90, -90, 180, -180, 0]
  for (const { at, radiusMetres } of volunteers) {
    south = Math.min(south, at.latitude)
    north = Math.max(north, at.latitude)
    west = Math.min(west, at.longitude)
    east = Math.max(east, at.longitude)
    radius = Math.max(radius, radiusMetres)
  }
  // A county is small; the limit keeps a volunteer with a wrong place from making the raster huge.
  const rowDegrees = Math.max(cellMetres / degree, (north - south) / 400)
  const columnDegrees = Math.max(cellMetres / degree, (east - west) / 400)
  const rows = Math.max(1, Math.floor((north - south) / rowDegrees) + 1)
  const columns = Math.max(1, Math.floor((east - west) / columnDegrees) + 1)
  return {
    south,
    west,
    rows,
    columns,
    rowDegrees,
    columnDegrees,
    cellStart: new Int32Array(rows * columns + 1),
    reachMetres: radius / rule.walkingFactor,
  }
}

function cellOf(grid: Grid, at: Place): number {
  const row = Math.min(grid.rows - 1, Math.floor((at.latitude - grid.south) / grid.rowDegrees))
  const column = Math.min(grid.columns - 1, Math.floor((at.longitude - grid.west) / grid.columnDegrees))
  return row * grid.columns + column
}

/** Ranges of slots, one for each row of cells, that hold everybody who could reach a place. */
export function slotsAround(grid: Grid, at: Place, visit: (from: number, to: number) => void): void {
  // One cell more on every side makes up for the rounding; a degree of longitude is shortest at the northern edge of the reach.
  const rowReach = grid.reachMetres / degree / grid.rowDegrees + 1
  const widest = Math.min(89, Math.abs(at.latitude) + grid.reachMetres / degree)
  const columnReach = grid.reachMetres / (degree * Math.cos((widest * Math.PI) / 180)) / grid.columnDegrees + 1
  const row = (at.latitude - grid.south) / grid.rowDegrees
  const column = (at.longitude - grid.west) / grid.columnDegrees
  const [firstRow, lastRow] = [
    Math.max(0, Math.floor(row - rowReach)),
    Math.min(grid.rows - 1, Math.floor(row + rowReach)),
  ]
  const left = Math.max(0, Math.floor(column - columnReach))
  const right = Math.min(grid.columns - 1, Math.floor(column + columnReach))
  if (left > right) return
  for (let at = firstRow; at <= lastRow; at++)
    visit(grid.cellStart[at * grid.columns + left] as number, grid.cellStart[at * grid.columns + right + 1] as number)
}
