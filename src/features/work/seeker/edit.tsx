import { View } from '@tarojs/components'
import { useState } from 'react'
import { privacyVersion } from '../../../../types/people'
import { AreaChoice } from '../../../components/area-choice'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Choice } from '../../../components/choice'
import { Field } from '../../../components/field'
import { Heading } from '../../../components/heading'
import { Shell } from '../../../components/shell'
import { roleOf } from '../../../components/spoken'
import { Switch } from '../../../components/switch'
import { client } from '../../../platform/client'
import { dayKey } from '../../../platform/dates'
import { say, wordsOf } from '../../../platform/say'
import { refreshMe, useMe } from '../../../platform/session'
import { useDraft } from '../../../platform/use-draft'
import { workRefusal } from '../refusal-wording'
import { WeekGrid } from '../week-grid'
import { workWording as words } from '../wording'
import {
  emptySeeker,
  fromProfile,
  lastDays,
  type Problems,
  problemsOf,
  type SeekerForm,
  type SeekerProfile,
  toProfile,
  usualMetres,
} from './form'
import { Skills } from './skills'

interface EditProps {
  profile: SeekerProfile | null
  onSaved: () => void
}

/** What I can and when, so that work can be proposed. Kept on this phone until it is handed in. */
export function EditSeeker({ profile, onSaved }: EditProps) {
  const me = useMe()
  const today = dayKey(new Date())
  const home = me?.community ? { areaCode: me.community.areaCode, areaName: me.community.name } : {}
  const [form, change, forget] = useDraft<SeekerForm>(
    profile ? 'work/change' : 'work/seek',
    profile ? fromProfile(profile, today) : { ...emptySeeker(today), ...home },
  )
  const [problems, setProblems] = useState<Problems>({})
  const [refusal, setRefusal] = useState('')
  const [sending, setSending] = useState(false)
  const metres = [...new Set([...usualMetres, form.radiusMetres])].sort((a, b) => a - b)

  const save = async () => {
    const found = problemsOf(form)
    setProblems(found)
    if (Object.keys(found).length > 0) return setRefusal(words.missing)
    setRefusal('')
    setSending(true)
    try {
      if (me?.privacyConsent?.version !== privacyVersion) {
        await client.people.givePrivacyConsent({ version: privacyVersion })
        void refreshMe()
      }
      const answer = await client.volunteer.saveWorkProfile(toProfile(form))
      if (!answer.ok) return setRefusal(workRefusal(answer.refusal))
      forget()
      say(words.saved(answer.value.proposed))
      onSaved()
    } catch (error) {
      setRefusal(wordsOf(error))
    } finally {
      setSending(false)
    }
  }

  return (
    <Shell
      title={words.seeker}
      bar={
        <Button block loading={sending} onTap={() => void save()}>
          {words.save}
        </Button>
      }
    >
      <View className="stack">
        <View>
          <Heading level={2} className="t-title">
            {words.lead}
          </Heading>
          <View className="t-note">{words.leadNote}</View>
        </View>
        <Card>
          <View className="stack">
            <Field
              label={words.name}
              required
              most={20}
              value={form.name}
              problem={problems.name ?? ''}
              onChange={(name) => change({ name })}
            />
            <AreaChoice
              label={words.community}
              value={form.areaCode}
              name={form.areaName}
              problem={problems.areaCode ?? ''}
              onChange={(areaCode, areaName) => change({ areaCode, areaName, start: null })}
            />
          </View>
        </Card>
        <Card>
          <Skills label={words.can} skills={form.skills} onChange={(skills) => change({ skills })} />
          <View className="t-note">{words.canHint}</View>
        </Card>
        <Card>
          <WeekGrid weekly={form.weekly} problem={problems.weekly} onChange={(weekly) => change({ weekly })} />
        </Card>
        <Card>
          <View className="stack">
            <Choice
              label={words.far}
              options={metres.map((value) => ({ value, words: words.ride(value) }))}
              value={form.radiusMetres}
              onChange={(radiusMetres) => change({ radiusMetres })}
            />
            <Choice
              label={words.activeUntil}
              options={lastDays(today, form.activeUntil).map((value) => ({ value, words: words.months(value) }))}
              value={form.activeUntil}
              onChange={(activeUntil) => change({ activeUntil })}
            />
            <Field
              label={words.wishes}
              type="textarea"
              most={300}
              hint={words.wishesHint}
              value={form.wishes}
              onChange={(wishes) => change({ wishes })}
            />
          </View>
        </Card>
        <Card>
          <Switch
            label={words.consent}
            hint={words.consentHint}
            on={form.consent}
            onChange={(consent) => change({ consent })}
          />
          {problems.consent && <View className="t-late">{problems.consent}</View>}
        </Card>
        {refusal && (
          <View className="t-late" {...roleOf('alert')}>
            {refusal}
          </View>
        )}
      </View>
    </Shell>
  )
}
