import { View } from '@tarojs/components'
import { stepsTaken } from '../../../../types/hub/life'
import { Dated } from '../../../components/dated'
import { Heading } from '../../../components/heading'
import { Light } from '../../../components/light'
import { Steps } from '../../../components/steps'
import { Tag } from '../../../components/tag'
import { nearTime } from '../../../platform/dates'
import type { Contact } from '../shapes'
import { kindNames, lightOf } from '../wording'
import { contactWording as words } from './wording'
import './style.scss'

/** Whom an answer is owed, by when, and how far it has come. */
export function ContactHead({ contact }: { contact: Contact }) {
  const now = new Date()
  const { personName, anonymous, kind, hubName, askedAt, dueAt, level, aboutHost, status } = contact
  const light = lightOf(contact, now)
  const steps = stepsTaken(contact.events).map(({ step, done }) => ({ name: words.steps[step], done }))
  const taken = steps.filter(({ done }) => done)
  return (
    <View className="contact-head">
      <View className="contact-head__line">
        <Heading level={2} className="t-title">
          {personName ?? words.someone}
        </Heading>
        <Light pill kind={light.kind} words={light.words} />
      </View>
      <View className="contact-head__note">
        <Tag>{kindNames[kind]}</Tag>
        <View className="t-note">
          <Dated words={[hubName, nearTime(askedAt, now)].join(' · ')} />
        </View>
        {dueAt && level > 0 && <View className="t-note">{words.owes(level)}</View>}
      </View>
      {anonymous && <View className="t-note">{words.someoneNote}</View>}
      {aboutHost && <View className="t-note">{words.aboutHost}</View>}
      {status !== 'withdrawn' && <Steps label={words.stepsSaid(taken.at(-1)?.name ?? '')} steps={steps} />}
    </View>
  )
}
