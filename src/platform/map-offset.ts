import type { Position } from './distance'

/**
 * Maps of China are drawn with an offset (GCJ-02, GB 20263); what a satellite tells a browser is WGS-84, some 500 m beside it. The formula is the
 * published approximation, good to a metre or two; outside of China there is no offset.
 */

const axis = 6_378_245
const eccentricity = 0.006_693_421_622_965_943
const rad = Math.PI / 180
const inChina = ({ lat, lng }: Position) => lng >= 72 && lng <= 137.8 && lat >= 0.8 && lat <= 55.8

const waves = (v: number) => ((20 * Math.sin(6 * v * Math.PI) + 20 * Math.sin(2 * v * Math.PI)) * 2) / 3

function shift({ lat, lng }: Position): Position {
  const x = lng - 105
  const y = lat - 35
  const root = Math.sqrt(Math.abs(x))
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * root +
    waves(x) +
    ((20 * Math.sin(y * Math.PI) + 40 * Math.sin((y / 3) * Math.PI)) * 2) / 3 +
    ((160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y * Math.PI) / 30)) * 2) / 3
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * root +
    waves(x) +
    ((20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI)) * 2) / 3 +
    ((150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * 2) / 3
  const sin = Math.sin(lat * rad)
  const magic = 1 - eccentricity * sin * sin
  return {
    lat: north / (((axis * (1 - eccentricity)) / (magic * Math.sqrt(magic))) * rad),
    lng: east / ((axis / Math.sqrt(magic)) * Math.cos(lat * rad) * rad),
  }
}

/** WGS-84 to GCJ-02. */
export function toChineseMap(at: Position): Position {
  if (!inChina(at)) return at
  const by = shift(at)
  return { lat: at.lat + by.lat, lng: at.lng + by.lng }
}

/** GCJ-02 to WGS-84, to within a few metres. */
export function toWorld(at: Position): Position {
  if (!inChina(at)) return at
  const by = shift(at)
  return { lat: at.lat - by.lat, lng: at.lng - by.lng }
}
