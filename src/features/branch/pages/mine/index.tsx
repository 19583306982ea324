import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card, Row, Section } from '../../../../components/card'
import { Light } from '../../../../components/light'
import { ListState } from '../../../../components/list-state'
import { Sheet } from '../../../../components/sheet'
import { client } from '../../../../platform/client'
import { go } from '../../../../platform/routes'
import { useAsk } from '../../../../platform/use-ask'
import { useHomes } from '../../diary/use-homes'
import { HostFrame } from '../../frame'
import { Invite } from '../../mine/invite'
import { mineWording as words } from '../../mine/wording'
import { Reveal } from '../../reveal'
import type { Household } from '../../shapes'

/** 我的住户: the households of my hubs, each with its door behind a task, and the ways to a host's other pages. */
export default function BranchMinePage() {
  const { asked } = useAsk(() => client.hub.myHubs({}), 'myHubs')
  const { list } = useHomes()
  const [open, setOpen] = useState<Household>()
  const hubs = asked.state === 'ready' ? asked.value.hubs : []
  return (
    <HostFrame title={words.title} at="mine">
      <View className="staff-narrow stack">
        {asked.state === 'ready' && (
          <Card flush>
            {hubs.length === 0 && <Row icon="home" title={words.noHub} />}
            {hubs.map(({ hubId, name, areaName, part, status, households, room }) => (
              <Row
                key={hubId}
                tile="home"
                title={name}
                note={[areaName, words.parts[part], words.lead(households, room)].join(' · ')}
                {...(status === 'paused' ? { tail: <Light kind="idle" words={words.paused} /> } : {})}
              />
            ))}
          </Card>
        )}
        <Section title={words.list}>
          <View className="t-note branch-gap">{words.privacy}</View>
          {list.rows.length > 0 && (
            <Card flush>
              {list.rows.map((row) => (
                <Row
                  key={row.householdId}
                  icon="family"
                  title={words.about(row)}
                  note={words.note(row)}
                  onTap={() => setOpen(row)}
                />
              ))}
            </Card>
          )}
          <ListState list={list} empty={words.empty} />
        </Section>
      </View>
      <Sheet
        open={open !== undefined}
        title={open ? words.about(open) : words.sheet}
        onClose={() => setOpen(undefined)}
      >
        {open && (
          <View className="stack" key={open.householdId}>
            <Reveal householdId={open.householdId} />
            <Button block icon="edit" onTap={() => go('branchWriteVisit', { householdId: open.householdId })}>
              {words.writeVisit}
            </Button>
            <Invite householdId={open.householdId} />
          </View>
        )}
      </Sheet>
    </HostFrame>
  )
}
