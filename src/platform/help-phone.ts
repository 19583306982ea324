import Taro from '@tarojs/taro'
import { useWatched, watched } from './emitter'
import { storage } from './storage'

/** The community's help desk: one tap away in elder mode, also without a network. */
const state = watched<string | null>(storage.read<string>('help-phone') ?? null)

export function rememberHelpPhone(phone: string | null): void {
  if (phone === null) return
  storage.write('help-phone', phone)
  state.set(phone)
}

export const useHelpPhone = () => useWatched(state)

/** Calls a number; a person who changes their mind is not an error. */
export function makePhoneCall(phoneNumber: string): void {
  Taro.makePhoneCall({ phoneNumber }).catch(() => {})
}
