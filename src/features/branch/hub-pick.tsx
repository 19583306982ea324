import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Dated } from '../../components/dated'
import { Field } from '../../components/field'
import { Failed, Skeleton } from '../../components/states'
import { Tap } from '../../components/tap'
import { client } from '../../platform/client'
import { walkingMinutes } from '../../platform/distance'
import { useAsk } from '../../platform/use-ask'
import { hubPickWording as words } from './hub-pick-wording'
import { wording } from './wording'
import './contact/style.scss'

export interface PickedHub {
  hubId: number
  name: string
}

interface HubPickProps {
  label: string
  /** The hub it is with now: the nearest to it come first, and it is none of them. */
  from: number | null
  value: PickedHub | undefined
  problem: string
  onChange: (hub: PickedHub | undefined) => void
}

const most = 6

/** One of the hubs that are not closed. */
export function HubPick({ label, from, value, problem, onChange }: HubPickProps) {
  const [typed, setTyped] = useState('')
  const { asked, again } = useAsk(() => near(from), `hubs/${from}`)
  if (value)
    return (
      <View className="field">
        <View className="field__label">{label}</View>
        <View className="between">
          <View className="t-strong">{value.name}</View>
          <Button look="quiet" size="small" onTap={() => onChange(undefined)}>
            {words.again}
          </Button>
        </View>
      </View>
    )
  const search = typed.trim()
  const rows =
    asked.state === 'ready'
      ? asked.value.rows.filter((row) => [row.name, row.place, row.areaName].some((text) => text.includes(search)))
      : []
  return (
    <View className="stack">
      <Field label={label} required placeholder={words.search} value={typed} problem={problem} onChange={setTyped} />
      {asked.state === 'loading' && <Skeleton rows={3} />}
      {(asked.state === 'offline' || asked.state === 'failed') && (
        <Failed words={asked.state === 'failed' ? asked.words : wording.offline} onAgain={again} />
      )}
      {asked.state === 'ready' && rows.length === 0 && <View className="t-note">{words.none}</View>}
      {rows.slice(0, most).map((row) => (
        <Tap key={row.hubId} className="contact-pick" onTap={() => onChange({ hubId: row.hubId, name: row.name })}>
          <View className="t-strong">{row.name}</View>
          <View className="t-note">
            <Dated
              words={[row.areaName, row.place, row.minutes === null ? '' : words.near(row.minutes)]
                .filter(Boolean)
                .join(' · ')}
            />
          </View>
        </Tap>
      ))}
    </View>
  )
}

/** Hubs round another one, which is not among them; without one, as the list has them. */
async function near(from: number | null) {
  const mine = from === null ? undefined : await client.hub.hubs({ hubId: from })
  const own = mine?.ok ? mine.value.rows[0] : undefined
  const around = await client.hub.hubs(own ? { lat: own.lat, lng: own.lng } : {})
  if (!around.ok) return around
  const rows = around.value.rows
    .filter(({ hubId }) => hubId !== from)
    .map((row) => ({ ...row, minutes: own ? walkingMinutes(own, row) : null }))
  return { ok: true as const, value: { rows } }
}
