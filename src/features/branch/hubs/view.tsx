import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { Light } from '../../../components/light'
import { client } from '../../../platform/client'
import { datedDay } from '../../../platform/dates'
import { go } from '../../../platform/routes'
import { confirm } from '../../../platform/say'
import { useAsk } from '../../../platform/use-ask'
import type { HubRow, HubToEdit } from '../shapes'
import { useStep } from '../use-step'
import { specialtyNames } from '../wording'
import { CloseSheet } from './close'
import { Facts } from './facts'
import { savedOf } from './form'
import { hoursWords, loadLight, hubsWording as words } from './wording'

interface HubViewProps {
  row: HubRow
  onMoved: () => unknown
}

/** One hub: its card, its load, and what whoever administers it can do. */
export function HubView({ row, onMoved }: HubViewProps) {
  const [closing, setClosing] = useState(false)
  const keeps = row.hostId !== null
  // Who does not keep it learns no more than the list says.
  const { asked, again } = useAsk(
    async () => (keeps ? client.hub.hubToEdit({ hubId: row.hubId }) : { ok: true as const, value: null }),
    `${row.hubId}/${keeps}`,
  )
  const kept = asked.state === 'ready' ? asked.value : null
  const { busy, step } = useStep(async () => {
    await again()
    await onMoved()
  })
  const light = loadLight(row)
  const turn = async () => {
    if (!kept) return
    const open = kept.status === 'open'
    if (open && !(await confirm(words.pauseSure, words.pause))) return
    const input = { ...savedOf(kept), hubId: row.hubId, status: open ? ('paused' as const) : ('open' as const) }
    await step(() => client.hub.saveHub(input), open ? words.paused : words.resumed)
  }
  return (
    <View className="stack">
      <View className="branch-row__head">
        <Heading level={2} className="t-title">
          {row.name}
        </Heading>
        <Light pill kind={light.kind} words={light.words} />
      </View>
      <Card>
        <Facts rows={factsOf(row, kept)} />
      </Card>
      <View className="branch-acts">
        {kept && (
          <Button icon="edit" onTap={() => go('branchHubEdit', { hubId: row.hubId })}>
            {words.edit}
          </Button>
        )}
        <Button look="secondary" icon="family" onTap={() => go('branchHouseholds', { hubId: row.hubId })}>
          {words.seeHouseholds}
        </Button>
        {kept && (
          <>
            <Button look="secondary" loading={busy} onTap={turn}>
              {kept.status === 'open' ? words.pause : words.resume}
            </Button>
            <Button look="quiet" onTap={() => setClosing(true)}>
              {words.close.button}
            </Button>
          </>
        )}
      </View>
      <CloseSheet
        open={closing}
        hub={row}
        onClose={() => setClosing(false)}
        onDone={() => {
          setClosing(false)
          void onMoved()
        }}
      />
    </View>
  )
}

function factsOf(row: HubRow, kept: HubToEdit | null): [string, string][] {
  const { facts, now } = words
  return [
    [facts.area, row.areaName],
    [facts.place, row.place],
    [
      facts.now,
      row.hours.length === 0
        ? ''
        : row.away
          ? row.hasDeputy
            ? now.away
            : now.nobody
          : row.openNow
            ? now.open
            : now.closed,
    ],
    [facts.host, row.hostName ?? facts.hostHidden],
    [facts.deputies, kept ? kept.deputies.map(({ name }) => name).join('、') || facts.noDeputies : ''],
    [facts.lead, kept ? (kept.branchLead?.name ?? facts.noLead) : ''],
    [facts.load, words.load(row)],
    [facts.hours, hoursWords(row.hours).join('\n') || facts.noHours],
    [facts.languages, row.languages.map(({ name }) => name).join('、')],
    [facts.specialties, row.specialties.map((one) => specialtyNames[one]).join('、')],
    [facts.consent, kept ? datedDay(kept.consentOn) : ''],
  ]
}
