/** From places on the earth to places on the paper, for a neighbourhood or a county: small enough to be flat. */

export interface Place {
  lat: number
  lng: number
}
export interface Point {
  x: number
  y: number
}
export interface View {
  centre: Place
  metresPerPixel: number
  width: number
  height: number
}

const metresPerDegree = 111_320
/** Nothing is drawn larger than this, whatever stands alone. */
const leastMetres = 500
/** Room for marks at the edge, pixels. */
const edge = 44

const eastMetres = (lat: number) => metresPerDegree * Math.cos((lat * Math.PI) / 180)

/** The view that shows all these places, whole. */
export function viewOf(places: readonly Place[], width: number, height: number): View {
  const lats = places.map(({ lat }) => lat)
  const lngs = places.map(({ lng }) => lng)
  const [south, north] = places.length > 0 ? [Math.min(...lats), Math.max(...lats)] : [0, 0]
  const [west, east] = places.length > 0 ? [Math.min(...lngs), Math.max(...lngs)] : [0, 0]
  const centre = { lat: (south + north) / 2, lng: (west + east) / 2 }
  const across = Math.max(leastMetres, (east - west) * eastMetres(centre.lat))
  const down = Math.max(leastMetres, (north - south) * metresPerDegree)
  const room = (side: number) => Math.max(60, side - 2 * edge)
  return { centre, metresPerPixel: Math.max(across / room(width), down / room(height)), width, height }
}

/** Where a place lies on the paper, in pixels from its top left corner. */
export function toPoint({ centre, metresPerPixel, width, height }: View, { lat, lng }: Place): Point {
  return {
    x: width / 2 + ((lng - centre.lng) * eastMetres(centre.lat)) / metresPerPixel,
    y: height / 2 - ((lat - centre.lat) * metresPerDegree) / metresPerPixel,
  }
}

/** The same view, moved by pixels. */
export function moved(view: View, dx: number, dy: number): View {
  const { centre, metresPerPixel } = view
  return {
    ...view,
    centre: {
      lat: centre.lat + (dy * metresPerPixel) / metresPerDegree,
      lng: centre.lng - (dx * metresPerPixel) / eastMetres(centre.lat),
    },
  }
}

/** A place moved by metres east and north. */
export const shifted = ({ lat, lng }: Place, east: number, north: number): Place => ({
  lat: lat + north / metresPerDegree,
  lng: lng + east / eastMetres(lat),
})

export const metresBetween = (a: Place, b: Place): number =>
  Math.hypot((a.lat - b.lat) * metresPerDegree, (a.lng - b.lng) * eastMetres(a.lat))
