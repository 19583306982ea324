import { useState } from 'react'
import type { Position } from '../../../platform/distance'
import { whereIAm } from '../../../platform/position'
import type { Me } from '../../../platform/session'
import type { MyHub } from '../my-hub'
import { listWording as words } from '../wording'

/** From where hubs are listed: where I am if I said so, else from home, else my community by name. */
export interface From {
  key: string
  input: { lat: number; lng: number } | { areaCode?: string }
  /** In words. */
  said: string
}

export function useFrom(me: Me | null | undefined, home: MyHub['household'] | undefined) {
  const [here, setHere] = useState<Position>()
  const [failed, setFailed] = useState(false)
  const locate = async () => {
    const at = await whereIAm()
    setFailed(!at)
    if (at) setHere(at)
  }
  const area = me?.community
  const from: From = here
    ? { key: `here/${here.lat}/${here.lng}`, input: here, said: words.hereIs }
    : home
      ? { key: `home/${home.householdId}`, input: { lat: home.lat, lng: home.lng }, said: words.fromHome }
      : area
        ? { key: `area/${area.areaCode}`, input: { areaCode: area.areaCode }, said: words.fromArea(area.name) }
        : { key: 'county', input: {}, said: '' }
  return { from, here, failed, locate }
}
