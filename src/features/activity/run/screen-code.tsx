import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Card } from '../../../components/card'
import { QrCode } from '../../../components/qr-code'
import { Failed, Skeleton } from '../../../components/states'
import { client } from '../../../platform/client'
import { storage } from '../../../platform/storage'
import { wording } from '../wording'
import { screenCode } from './codes'
import { runWording as words } from './wording'

interface Codes {
  windowSeconds: number
  codes: { validFrom: Date; code: string }[]
}

/** The code residents scan, a new one every 30 seconds. The coming hours' codes lie on this phone, so it works without a network. */
export function ScreenCode({ activityId }: { activityId: number }) {
  const key = `screen-codes/${activityId}`
  const [codes, setCodes] = useState<Codes | undefined>(() => storage.read<Codes>(key))
  const [opensAt, setOpensAt] = useState<Date>()
  const [failed, setFailed] = useState(false)
  const [now, setNow] = useState(Date.now())

  const fetchCodes = async () => {
    try {
      const answer = await client.activity.checkInCodes({ activityId })
      if (answer.ok) {
        storage.write(key, answer.value)
        setCodes(answer.value)
      } else setOpensAt(answer.refusal.opensAt)
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each activity
  useEffect(() => {
    void fetchCodes()
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [activityId])

  const windowMs = (codes?.windowSeconds ?? 30) * 1000
  const current = codes?.codes.find((c) => c.validFrom.getTime() <= now && now < c.validFrom.getTime() + windowMs)
  const first = codes?.codes[0]?.validFrom
  const early = opensAt ?? (first && first.getTime() > now ? first : undefined)
  if (early) return <Card>{words.noCodes(early)}</Card>
  if (!current) return failed ? <Failed words={wording.offline} onAgain={fetchCodes} /> : <Skeleton rows={2} />
  return (
    <Card>
      <View className="stack t-center">
        <View className="t-head">{words.screen}</View>
        <View>
          <QrCode text={screenCode(activityId, current.code)} label={`${words.code} ${current.code}`} />
        </View>
        <View className="t-title">{current.code}</View>
        <View className="t-note">{words.changes}</View>
      </View>
    </Card>
  )
}
