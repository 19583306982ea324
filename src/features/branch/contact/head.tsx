import { View } from '@tarojs/components'
import { contactOpen } from '../../../../types/hub/life'
import { Heading } from '../../../components/heading'
import { Icon } from '../../../components/icon'
import { Light } from '../../../components/light'
import { roleOf } from '../../../components/spoken'
import { Tag } from '../../../components/tag'
import { nearTime } from '../../../platform/dates'
import type { Contact } from '../shapes'
import { kindNames, lightOf } from '../wording'
import { contactWording as words } from './wording'
import './style.scss'

const steps = [...contactOpen, 'answered'] as const

/** Whom an answer is owed, by when, and how far it has come. */
export function ContactHead({ contact }: { contact: Contact }) {
  const now = new Date()
  const { personName, anonymous, kind, hubName, askedAt, dueAt, level, aboutHost } = contact
  const light = lightOf(contact, now)
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
        <View className="t-note">{[hubName, nearTime(askedAt, now)].join(' · ')}</View>
        {dueAt && level > 0 && <View className="t-note">{words.owes(level)}</View>}
      </View>
      {anonymous && <View className="t-note">{words.someoneNote}</View>}
      {aboutHost && <View className="t-note">{words.aboutHost}</View>}
      <Steps contact={contact} />
    </View>
  )
}

/** 问事 → 梳理 → 商量 → 认领 → 回话; a step that was skipped counts as passed. */
function Steps({ contact: { status } }: { contact: Contact }) {
  const over = status === 'confirmed' || status === 'rated'
  const at = over ? steps.length : (steps as readonly string[]).indexOf(status)
  if (at < 0) return null
  return (
    <View className="contact-steps" {...roleOf('list')} aria-label={words.stepsLabel}>
      {steps.map((step, n) => {
        const done = n < at || (over && n <= at) || (step === 'answered' && status === 'answered')
        const here = n === at && !done
        const spoken = done ? words.stepDone : here ? words.stepNow : words.stepAhead
        return (
          <View
            key={step}
            className={`contact-step ${done ? 'contact-step--done' : ''} ${here ? 'contact-step--here' : ''}`}
            {...roleOf('listitem')}
            aria-label={`${words.steps[step]} ${spoken}`}
          >
            <View className="contact-step__dot" aria-hidden>
              {done && <Icon name="check" size={16} />}
            </View>
            {words.steps[step]}
          </View>
        )
      })}
    </View>
  )
}
