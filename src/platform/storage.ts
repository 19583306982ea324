import Taro from '@tarojs/taro'

/** What stays on this phone. A full or forbidden storage is never a reason to fail: the page works, it only forgets. */
export const storage = {
  read<T>(key: string): T | undefined {
    try {
      const text = Taro.getStorageSync<string>(`llb.${key}`)
      return text ? (JSON.parse(text, revive) as T) : undefined
    } catch {
      return undefined
    }
  },
  write(key: string, value: unknown): void {
    try {
      Taro.setStorageSync(`llb.${key}`, JSON.stringify(value, keepDates))
    } catch {
      // forgotten at the next start
    }
  },
  remove(key: string): void {
    try {
      Taro.removeStorageSync(`llb.${key}`)
    } catch {
      // nothing to remove
    }
  },
}

/** Moments survive: a draft or a waiting request has them. */
function keepDates(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const raw = this[key]
  return raw instanceof Date ? { $date: raw.getTime() } : value
}
function revive(_key: string, value: unknown): unknown {
  return value !== null && typeof value === 'object' && '$date' in value ? new Date(Number(value.$date)) : value
}
