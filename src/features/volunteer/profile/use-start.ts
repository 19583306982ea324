import { useState } from 'react'
import { whereIAm } from '../../../platform/position'
import { useAreas } from '../../../platform/use-areas'
import type { ProfileForm } from './form'

/** Where a volunteer sets out from: where he says he is, else the middle of his community, else that of its township. */
export function useStart(form: ProfileForm, change: (part: Partial<ProfileForm>) => void) {
  const [failed, setFailed] = useState(false)
  const township = form.areaCode.slice(0, 9)
  const communities = useAreas(township || undefined)
  const townships = useAreas(undefined)
  const rows = [communities, townships].flatMap(({ asked }) => (asked.state === 'ready' ? asked.value.rows : []))
  const middle = [form.areaCode, township]
    .map((code) => rows.find((row) => row.areaCode === code))
    .find((row) => row?.lat != null && row.lng != null)
  const here = async () => {
    const start = await whereIAm()
    setFailed(!start)
    if (start) change({ start })
  }
  const start = form.start ?? (middle ? { lat: middle.lat as number, lng: middle.lng as number } : null)
  return { start, failed, here }
}
