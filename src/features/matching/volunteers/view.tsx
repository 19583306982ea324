import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card, Section } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { Light } from '../../../components/light'
import { Failed, Skeleton } from '../../../components/states'
import { client } from '../../../platform/client'
import { say, wordsOf } from '../../../platform/say'
import { useAsk } from '../../../platform/use-ask'
import { useNames } from '../request/use-names'
import type { Volunteer } from '../shapes'
import { refusalWords, wording } from '../wording'
import { Decide } from './decide'
import { Papers } from './papers'
import type { Step } from './step'
import { statusLights, weekWords, volunteersWording as words } from './wording'

/** One volunteer: what he says of himself, papers to be seen, insurance, and whether he is taken in. */
export function VolunteerView({ personId, onMoved }: { personId: number; onMoved: () => void }) {
  const { asked, again } = useAsk(() => client.volunteer.volunteer({ personId }), `volunteer/${personId}`)
  const [busy, setBusy] = useState(false)
  const nameOf = useNames()
  if (asked.state === 'loading') return <Skeleton rows={4} />
  if (asked.state !== 'ready') {
    const lost = asked.state === 'failed' ? (asked.notFound ? words.gone : asked.words) : wording.offline
    return <Failed words={lost} onAgain={again} />
  }
  const step: Step = async (work, done) => {
    setBusy(true)
    try {
      const answer = await work()
      say(answer.ok ? done : refusalWords(answer.refusal))
      if (answer.ok || answer.refusal.reason === 'alreadyDecided') {
        await again()
        onMoved()
      }
      return answer.ok
    } catch (error) {
      say(wordsOf(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  const one = asked.value
  const light = statusLights[one.status]
  return (
    <View className="volunteer">
      <View className="help__head">
        <Heading level={2} className="help__title">
          {one.name}
        </Heading>
        <Light kind={light.kind} words={light.words} pill />
      </View>
      <View className="t-note">{[one.areaName, words.applied(one.appliedAt)].join(' · ')}</View>
      {one.statusReason && <View className="t-note">{words.statusReason(one.statusReason)}</View>}
      {one.status === 'applied' && <Decide one={one} busy={busy} step={step} />}
      <Papers one={one} nameOf={nameOf} busy={busy} step={step} />
      <Section title={words.facts.free}>
        <Card>
          <View className="wrap">
            {weekWords(one.weekly).map((span) => (
              <View key={span} className="volunteer__span">
                {span}
              </View>
            ))}
          </View>
        </Card>
      </Section>
      <Section title={words.about}>
        <Card>
          {one.about && <View className="t-prewrap">{one.about}</View>}
          <Facts one={one} nameOf={nameOf} />
        </Card>
      </Section>
    </View>
  )
}

function Facts({ one, nameOf }: { one: Volunteer; nameOf: (code: string) => string }) {
  const { facts } = words
  const lines: [string, string][] = [
    [facts.home, one.homeAreaName ?? ''],
    [facts.dialects, one.dialects.map(nameOf).join('、')],
    [facts.age, one.ageBand === null ? '' : words.age(one.ageBand)],
    [facts.sex, one.sex ? words.sex[one.sex] : ''],
    [facts.far, words.far(one.radiusMetres)],
    [facts.week, words.week(one.weeklyMinutes)],
    [facts.phone, one.maskedPhone ?? ''],
    [facts.automatic, one.automatic ? words.automatic.yes : words.automatic.no],
  ]
  return (
    <View>
      {lines
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <View key={name} className="help__fact">
            <View className="help__fact-name">{name}</View>
            <View className="grow">{value}</View>
          </View>
        ))}
    </View>
  )
}
