import { View } from '@tarojs/components'
import { useState } from 'react'
import { dutyProfessions } from '../../../../types/volunteer'
import { AreaChoice } from '../../../components/area-choice'
import { Button } from '../../../components/button'
import { Choice } from '../../../components/choice'
import { DayTime } from '../../../components/day-time'
import { Field } from '../../../components/field'
import { client } from '../../../platform/client'
import { dayKey } from '../../../platform/dates'
import { say, wordsOf } from '../../../platform/say'
import { PersonPick } from '../people/pick'
import { refusalWords } from '../wording'
import { type DutyField, missingIn, spanOf, type Typed } from './form'
import { professionNames, dutyWording as words } from './wording'

const professions = dutyProfessions.map((value) => ({ value, words: professionNames[value] }))

interface EditorProps {
  start: Typed
  /** The shift that is changed; absent: a new one. */
  shiftId?: number | undefined
  onSaved: () => void
}

/** Sets a shift, or changes one; the person is asked whether to be shown. */
export function ShiftEditor({ start, shiftId, onSaved }: EditorProps) {
  const [typed, setTyped] = useState(start)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const missing = missingIn(typed)
  const problem = (field: DutyField) => (tried && missing.includes(field) ? words.missing[field] : '')
  const put = (change: Partial<Typed>) => setTyped((before) => ({ ...before, ...change }))
  const { fields } = words

  const save = async () => {
    setTried(true)
    const span = spanOf(typed)
    const { person, profession, areaCode, place, surname } = typed
    if (missing.length > 0 || !span || !person || !profession) return
    setBusy(true)
    try {
      const answer = await client.volunteer.saveShift({
        ...(shiftId === undefined ? {} : { shiftId }),
        personId: person.personId,
        profession,
        areaCode,
        placeName: place.trim(),
        surname: surname.trim(),
        ...span,
      })
      say(answer.ok ? words.saved : refusalWords(answer.refusal))
      if (answer.ok) onSaved()
    } catch (error) {
      say(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <View className="stack">
      <PersonPick
        label={fields.person}
        value={typed.person}
        problem={problem('person')}
        onChange={(person) => put({ person, surname: person ? person.name.slice(0, 1) : '' })}
      />
      <Choice
        label={fields.profession}
        options={professions}
        value={typed.profession}
        problem={problem('profession')}
        onChange={(profession) => put({ profession })}
      />
      <Field
        label={fields.surname}
        required
        hint={fields.surnameNote}
        problem={problem('surname')}
        value={typed.surname}
        onChange={(surname) => put({ surname })}
      />
      <AreaChoice
        label={fields.area}
        value={typed.areaCode}
        name={typed.areaName}
        problem={problem('area')}
        onChange={(areaCode, areaName) => put({ areaCode, areaName })}
      />
      <Field
        label={fields.place}
        required
        placeholder={fields.placeHint}
        problem={problem('place')}
        value={typed.place}
        onChange={(place) => put({ place })}
      />
      <View className="duty-times">
        <DayTime
          label={fields.day}
          kind="date"
          value={typed.day}
          placeholder={fields.choose}
          from={dayKey(new Date())}
          problem={problem('day')}
          onChange={(day) => put({ day })}
        />
        <DayTime
          label={fields.from}
          kind="time"
          value={typed.from}
          placeholder={fields.choose}
          problem={problem('from')}
          onChange={(from) => put({ from })}
        />
        <DayTime
          label={fields.until}
          kind="time"
          value={typed.until}
          placeholder={fields.choose}
          problem={problem('until')}
          onChange={(until) => put({ until })}
        />
      </View>
      <View className="t-hint">{words.untilNext}</View>
      <Button block loading={busy} onTap={save}>
        {words.save}
      </Button>
    </View>
  )
}
