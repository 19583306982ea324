import { View } from '@tarojs/components'
import { useState } from 'react'
import { hubSpecialties } from '../../../../types/hub'
import { Button } from '../../../components/button'
import { Card, Section } from '../../../components/card'
import { Choices } from '../../../components/choices'
import { DayTime } from '../../../components/day-time'
import { Field } from '../../../components/field'
import { roleOf } from '../../../components/spoken'
import { Switch } from '../../../components/switch'
import { client } from '../../../platform/client'
import { dayKey } from '../../../platform/dates'
import { goBack } from '../../../platform/routes'
import { say, wordsOf } from '../../../platform/say'
import { useAsk } from '../../../platform/use-ask'
import { useDraft } from '../../../platform/use-draft'
import { useKeys } from '../../../platform/use-keys'
import { useChecked } from '../use-checked'
import { refusalWords, specialtyNames } from '../wording'
import { editWording as words } from './edit-wording'
import { type HubForm, problemsOf, schema, toInput } from './form'
import { PeoplePart } from './people-part'
import { WeekPart } from './week'
import { WherePart } from './where-part'

const specialties = hubSpecialties.map((value) => ({ value, words: specialtyNames[value] }))

/** Which part of the form a refusal is about. */
const fieldOf: Partial<Record<string, string>> = {
  outsideYourArea: 'areaCode',
  notAPartyMember: 'hostId',
  alreadyHost: 'hostId',
  noSuchPerson: 'deputyIds',
  unknownDialect: 'languages',
  hoursWrong: 'hours',
  consentMissing: 'consentOn',
}

interface EditorProps {
  hubId: number | undefined
  stored: HubForm
}

/** One hub, all of it on a page. What is written stays on this device until it is saved. */
export function HubEditor({ hubId, stored }: EditorProps) {
  const [form, set, forget, restored] = useDraft(`branch/hub/${hubId ?? 'new'}`, stored)
  const [fresh, setFresh] = useState(!restored)
  const [turn, setTurn] = useState(0)
  const [busy, setBusy] = useState(false)
  const today = dayKey(new Date())
  const input = toInput(form)
  const checked = useChecked(schema, input, problemsOf(form, today))
  const { problemAt, leave } = checked
  const dialects = useAsk(() => client.volunteer.dialects({}), 'dialects').asked
  const languages =
    dialects.state === 'ready' ? dialects.value.rows.map(({ dialect, name }) => ({ value: dialect, words: name })) : []
  const change = (part: Partial<HubForm>) => {
    checked.touched()
    set(part)
  }
  const startAgain = () => {
    set(stored)
    forget()
    setFresh(true)
    setTurn(turn + 1)
  }
  const save = async () => {
    if (!checked.check() || busy) return
    setBusy(true)
    try {
      const answer = await client.hub.saveHub({ ...(hubId === undefined ? {} : { hubId }), ...input })
      if (answer.ok) {
        forget()
        say(hubId === undefined ? words.opened : words.saved)
        return goBack()
      }
      const field = fieldOf[answer.refusal.reason]
      if (field) checked.refuse({ [field]: refusalWords(answer.refusal) })
      say(refusalWords(answer.refusal))
    } catch (error) {
      if (!checked.take(error)) say(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  useKeys({ 'Ctrl+Enter': () => void save() })
  const part = { form, problemAt, change }
  return (
    <View key={turn} className="branch-editor">
      {!fresh && (
        <View className="quiet between branch-editor__all">
          <View className="t-note">{words.restored}</View>
          <Button look="quiet" size="small" onTap={startAgain}>
            {words.startAgain}
          </Button>
        </View>
      )}
      <View>
        <Section title={words.parts.where}>
          <Card>
            <View className="stack">
              <Field
                label={words.name}
                required
                most={20}
                hint={words.nameHint}
                value={form.name}
                problem={problemAt('name')}
                focus={checked.focus === 'name'}
                onChange={(name) => change({ name })}
                onLeave={() => leave('name')}
              />
              <WherePart {...part} hubId={hubId} leave={leave} />
            </View>
          </Card>
        </Section>
      </View>
      <View>
        <Section title={words.parts.who}>
          <Card>
            <View className="stack">
              <PeoplePart {...part} />
              <DayTime
                label={words.consent}
                kind="date"
                value={form.consentOn}
                placeholder={words.pickDay}
                problem={problemAt('consentOn')}
                onChange={(consentOn) => change({ consentOn })}
              />
              <View className="t-hint">{words.consentNote}</View>
            </View>
          </Card>
        </Section>
        <Section title={words.parts.when}>
          <Card>
            <WeekPart {...part} />
          </Card>
        </Section>
        <Section title={words.parts.can}>
          <Card>
            <View className="stack">
              <Choices
                label={words.specialties}
                options={specialties}
                values={form.specialties}
                problem={problemAt('specialties')}
                onChange={(on) => change({ specialties: on })}
              />
              {languages.length > 0 && (
                <Choices
                  label={words.languages}
                  options={languages}
                  values={form.languages}
                  problem={problemAt('languages')}
                  onChange={(on) => change({ languages: on })}
                />
              )}
              <Field
                label={words.room}
                type="number"
                hint={words.roomHint}
                value={form.room}
                problem={problemAt('room')}
                onChange={(room) => change({ room })}
                onLeave={() => leave('room')}
              />
              <Switch
                label={words.paused}
                hint={words.pausedNote}
                on={form.status === 'paused'}
                onChange={(on) => change({ status: on ? 'paused' : 'open' })}
              />
            </View>
          </Card>
        </Section>
        <View className="stack branch-editor__end">
          {checked.count > 0 && (
            <View className="t-late" {...roleOf('alert')}>
              {words.mistakes(checked.count)}
            </View>
          )}
          <Button block loading={busy} onTap={save}>
            {words.save}
          </Button>
        </View>
      </View>
    </View>
  )
}
