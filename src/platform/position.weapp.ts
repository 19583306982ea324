import Taro from '@tarojs/taro'
import type { Position } from './distance'

/** Where this phone is, in the coordinates of Chinese maps (GCJ-02) as everything here has it; undefined when it may not or cannot be known. */
export async function whereIAm(): Promise<Position | undefined> {
  try {
    const { latitude, longitude } = await Taro.getLocation({ type: 'gcj02' })
    return { lat: latitude, lng: longitude }
  } catch {
    return undefined
  }
}

/** Opens the map of the phone, which leads there. */
export function leadTo({ lat, lng }: Position, name: string, address: string): void {
  Taro.openLocation({ latitude: lat, longitude: lng, name, address }).catch(() => {})
}
