import Taro from '@tarojs/taro'
import type { Position } from './distance'
import { toChineseMap, toWorld } from './map-offset'

/** Where this phone is, in the coordinates of Chinese maps (GCJ-02) as everything here has it; undefined when it may not or cannot be known. */
export async function whereIAm(): Promise<Position | undefined> {
  try {
    const { latitude, longitude } = await Taro.getLocation({ type: 'wgs84', highAccuracyExpireTime: 8000 })
    return toChineseMap({ lat: latitude, lng: longitude })
  } catch {
    return undefined
  }
}

/** Opens whatever map the phone has (RFC 5870, in the coordinates of the world), which leads there. */
export function leadTo(place: Position, name: string, address: string): void {
  const { lat, lng } = toWorld(place)
  const at = `${lat.toFixed(6)},${lng.toFixed(6)}`
  window.location.href = `geo:${at}?q=${at}(${encodeURIComponent(address || name)})`
}
