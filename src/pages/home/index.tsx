import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Card, Section } from '../../components/card'
import { Icon } from '../../components/icon'
import { Scene } from '../../components/scene'
import { Shell } from '../../components/shell'
import { Empty, Failed, Skeleton } from '../../components/states'
import { Tap } from '../../components/tap'
import { ActivityRowView } from '../../features/activity/activity-row'
import { presenceLight } from '../../features/hub/presence'
import { client } from '../../platform/client'
import { greeting } from '../../platform/dates'
import { chooseElderMode, elderModeWasChosen, useElderMode } from '../../platform/elder-mode'
import { go } from '../../platform/routes'
import { useMe, useSignedIn } from '../../platform/session'
import { useAsk } from '../../platform/use-ask'
import { helpWording } from '../help-wording'
import { hubWording } from '../hub-wording'
import { OutboxNote } from '../outbox-note'
import { byUrgency, taskOfActivity, taskOfService } from '../task'
import { TaskCard, TaskRow } from '../task-row'
import { useHelpTasks } from '../use-help-tasks'
import { useHostTasks } from '../use-host-tasks'
import { useHome, useHubTasks } from '../use-hub'
import { usePartyTasks } from '../use-party-tasks'
import { wording } from '../wording'
import { Entry } from './entry'
import { HubCard } from './hub-card'
import './index.scss'

const words = wording.home

/** Home answers three questions: what needs me today, what can I do here, what is on near me. */
export default function HomePage() {
  const me = useMe()
  const signedIn = useSignedIn()
  const elder = useElderMode()
  const [asked, setAsked] = useState(elderModeWasChosen())
  const today = useAsk(
    () =>
      signedIn
        ? client.activity.today({})
        : Promise.resolve({ ok: true as const, value: { tasks: [], thisWeekNearby: 0 } }),
    `${signedIn}/${me?.community?.areaCode}`,
  )
  const cases = useAsk(
    () => (signedIn ? client.application.today({}) : Promise.resolve({ ok: true as const, value: { tasks: [] } })),
    `cases/${signedIn}`,
  )
  const near = useAsk(() => client.activity.list({}), `${signedIn}/${me?.community?.areaCode}`)
  const tasks = today.asked.state === 'ready' ? today.asked.value.tasks : []
  const services = cases.asked.state === 'ready' ? cases.asked.value.tasks : []
  const help = useHelpTasks()
  const contacts = useHubTasks()
  const owed = [...useHostTasks(), ...usePartyTasks()]
  const hub = useHome()
  const all = [
    ...tasks.map(taskOfActivity),
    ...services.flatMap((task) => taskOfService(task) ?? []),
    ...help,
    ...contacts,
    ...owed,
  ].sort(byUrgency)
  const shown = elder ? all.slice(0, 1) : all.slice(0, 3)
  const fresh = contacts.find((task) => task.urgent && !shown.includes(task))
  const urgent = all.filter((task) => task.urgent).length
  const rows = near.asked.state === 'ready' ? near.asked.value.rows : []
  const choose = (on: boolean) => {
    chooseElderMode(on)
    setAsked(true)
  }

  return (
    <Shell
      tab
      hero={elder ? undefined : <View className="home__sky" />}
      head={
        <Tap
          className="home__area"
          label={words.changeHome(me?.community?.name ?? words.chooseHome)}
          onTap={() => (signedIn ? go('homeArea') : go('signIn'))}
        >
          <Icon name="pin" size={20} />
          {me?.community?.name ?? words.chooseHome}
          <Icon name="down" size={16} />
        </Tap>
      }
    >
      <View className="home">
        <View className="home__hello">
          {!elder && <Scene name="houses" size="houses" />}
          <View className="t-note">{me ? `${me.nickname}，${greeting(new Date())}` : words.visitor}</View>
          <View className="t-title">{urgent > 0 ? words.tasks(urgent) : words.nothing}</View>
        </View>
        <OutboxNote />
        {!asked && (
          <Card>
            <View className="stack">
              <View>{words.elderAsk}</View>
              <View className="line">
                <Button look="secondary" onTap={() => choose(true)}>
                  {words.elderYes}
                </Button>
                <Button look="quiet" onTap={() => choose(false)}>
                  {words.elderNo}
                </Button>
              </View>
            </View>
          </Card>
        )}
        {today.asked.state === 'loading' && signedIn && <Skeleton rows={1} />}
        {elder && shown[0] && <TaskCard task={shown[0]} />}
        {!elder && shown.length > 0 && (
          <Card flush>
            {shown.map((task) => (
              <TaskRow key={task.key} task={task} />
            ))}
          </Card>
        )}
        <Section title={words.can}>
          <View className="entries">
            <Entry
              icon="calendar"
              title={words.activities}
              note={
                today.asked.state === 'ready' && signedIn
                  ? words.thisWeek(today.asked.value.thisWeekNearby)
                  : words.near
              }
              elder={elder}
              onTap={() => go('activities')}
            />
            <Entry
              icon="heart"
              title={helpWording.entry}
              note={helpWording.entryNote}
              elder={elder}
              onTap={() => go('askHelp')}
            />
            <Entry
              icon="file"
              title={words.services}
              note={words.servicesNote}
              elder={elder}
              onTap={() => go('services')}
            />
            <Entry
              icon="hub"
              title={hubWording.entry}
              note={hubWording.entryNote}
              light={fresh ? hubWording.answeredLight : hub?.hub ? presenceLight(hub.hub, new Date()) : undefined}
              elder={elder}
              onTap={() => go('hub')}
            />
            {elder && (
              <>
                <Entry icon="list" title={words.mine} elder onTap={() => go('mine')} />
                <Entry icon="mail" title={words.inbox} elder onTap={() => go('inbox')} />
                <Entry icon="person" title={words.me} elder onTap={() => go('me')} />
              </>
            )}
          </View>
        </Section>
        {hub !== undefined && <HubCard mine={hub} fresh={fresh} />}
        {!elder && (
          <Section title={words.near} more={words.all} onMore={() => go('activities')}>
            {near.asked.state === 'loading' && <Skeleton rows={3} />}
            {(near.asked.state === 'offline' || near.asked.state === 'failed') && (
              <Failed words={words.offline} onAgain={near.again} />
            )}
            {near.asked.state === 'ready' && rows.length === 0 && (
              <Empty words={words.empty} step={words.emptyStep} onStep={() => go('publish')} />
            )}
            {rows.length > 0 && (
              <Card flush>
                {rows.slice(0, shown.length > 1 ? 1 : 2).map((row) => (
                  <ActivityRowView key={row.activityId} activity={row} />
                ))}
              </Card>
            )}
          </Section>
        )}
      </View>
    </Shell>
  )
}
