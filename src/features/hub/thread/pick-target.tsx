import { View } from '@tarojs/components'
import type { HandOnTarget } from '../../../../types/hub'
import { Card, Row } from '../../../components/card'
import { Sheet } from '../../../components/sheet'
import { Failed, Skeleton } from '../../../components/states'
import { client } from '../../../platform/client'
import { nearTime } from '../../../platform/dates'
import { useAsk } from '../../../platform/use-ask'
import { hubWording } from '../wording'
import { targetLight, threadWording as words } from './wording'

interface PickTargetProps {
  open: boolean
  to: HandOnTarget
  itemCode: string | null
  onClose: () => void
  onPick: (targetId: number) => void
}

interface Target {
  targetId: number
  title: string
  note: string
}

/** Whoever has done already what the contact was handed on to says which one it is. */
export function PickTarget({ open, to, itemCode, onClose, onPick }: PickTargetProps) {
  return (
    <Sheet open={open} title={words.handOn[to].pick} onClose={onClose}>
      {open && <Targets to={to} itemCode={itemCode} onPick={onPick} />}
    </Sheet>
  )
}

function Targets({ to, itemCode, onPick }: Pick<PickTargetProps, 'to' | 'itemCode' | 'onPick'>) {
  const { asked, again } = useAsk(() => targetsOf(to, itemCode), `targets/${to}/${itemCode}`)
  if (asked.state === 'loading') return <Skeleton rows={2} />
  if (asked.state !== 'ready') return <Failed words={hubWording.offline} onAgain={again} />
  if (asked.value.length === 0) return <View>{words.handOn[to].none}</View>
  return (
    <Card flush>
      {asked.value.map((one) => (
        <Row key={one.targetId} title={one.title} note={one.note} onTap={() => onPick(one.targetId)} />
      ))}
    </Card>
  )
}

/** What there is of mine, the newest page of it. */
async function targetsOf(
  to: HandOnTarget,
  itemCode: string | null,
): Promise<{ ok: true; value: Target[] } | { ok: false }> {
  const now = new Date()
  if (to === 'helpRequest') {
    const answer = await client.volunteer.myRequests({})
    if (!answer.ok) return { ok: false }
    return {
      ok: true,
      value: answer.value.rows.map((row) => ({
        targetId: row.helpRequestId,
        title: nearTime(row.span.from, now),
        note: targetLight(to, row.status).words,
      })),
    }
  }
  if (to === 'application') {
    const pages = await Promise.all((['underWay', 'ended'] as const).map((when) => client.application.mine({ when })))
    const rows = pages.flatMap((page) => (page.ok ? page.value.rows : []))
    return {
      ok: true,
      value: rows
        .filter((row) => row.itemCode === itemCode)
        .map((row) => ({
          targetId: row.applicationId,
          title: row.itemName,
          note: targetLight(to, row.status).words,
        })),
    }
  }
  const answer = await client.activity.mine({ when: 'coming' })
  if (!answer.ok) return { ok: false }
  return {
    ok: true,
    value: answer.value.rows.map(({ activity }) => ({
      targetId: activity.activityId,
      title: activity.title,
      note: nearTime(activity.startsAt, now),
    })),
  }
}
