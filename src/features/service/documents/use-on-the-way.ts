import { useCallback, useState } from 'react'

/** Files of one document that do not lie in the cloud yet. */
export interface OnTheWay {
  sending: number
  /** Not taken by the cloud, or waiting for the network. */
  failed: number
}
export type Places = Readonly<Record<string, OnTheWay>>

/** What is still on its way, document by document: nothing is handed in without it. */
export function useOnTheWay() {
  const [places, setPlaces] = useState<Places>({})
  const report = useCallback((key: string, now: OnTheWay) => {
    setPlaces((before) => {
      const { sending, failed } = before[key] ?? { sending: 0, failed: 0 }
      return sending === now.sending && failed === now.failed ? before : { ...before, [key]: now }
    })
  }, [])
  const sending = Object.values(places).reduce((sum, place) => sum + place.sending, 0)
  const failed = Object.keys(places).filter((key) => (places[key]?.failed ?? 0) > 0)
  return { places, report, sending, failed }
}
