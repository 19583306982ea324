import { View } from '@tarojs/components'
import { useState } from 'react'
import * as v from 'valibot'
import { hub, type LinkReason } from '../../../../types/hub'
import { Button } from '../../../components/button'
import { Choice } from '../../../components/choice'
import { Field } from '../../../components/field'
import { Stepper } from '../../../components/stepper'
import { Switch } from '../../../components/switch'
import { client } from '../../../platform/client'
import { AreaPick } from '../area/pick'
import { useChecked } from '../use-checked'
import { reasonOptions } from '../wording'
import type { HouseholdActProps } from './act-props'
import { householdsWording } from './wording'

const words = householdsWording.change
const schema = v.omit(hub.changeHousehold.input, ['requestId'])
const mostPeople = 30

/** Changes what is known of a household; one that moves is assigned anew at once. */
export function ChangeHousehold({ row, busy, step, onDone }: HouseholdActProps) {
  const { householdId, version } = row
  const [people, setPeople] = useState(row.people)
  const [reason, setReason] = useState<LinkReason>(row.reason)
  const [phone, setPhone] = useState('')
  const [phoneGone, setPhoneGone] = useState(false)
  const [moves, setMoves] = useState(false)
  const [areaCode, setAreaCode] = useState(row.areaCode)
  const [door, setDoor] = useState('')
  const input = {
    householdId,
    version,
    people,
    reason,
    ...(phoneGone ? { phone: null } : phone.trim() === '' ? {} : { phone: phone.trim() }),
    ...(moves ? { movesTo: { areaCode, door: door.trim() } } : {}),
  }
  const checked = useChecked(schema, input)
  const submit = async () => {
    if (!checked.check()) return
    const done = await step(
      () => client.hub.changeHousehold(input),
      ({ hubName }) => words.done(hubName),
    )
    if (done) onDone()
  }
  return (
    <View className="stack">
      <View className="field">
        <View className="field__label">{words.people}</View>
        <Stepper label={words.people} value={people} least={1} most={mostPeople} onChange={setPeople} />
      </View>
      <Choice label={words.reason} options={reasonOptions} value={reason} onChange={setReason} />
      {!phoneGone && (
        <Field
          label={words.phone}
          type="tel"
          placeholder={words.phoneKeep}
          value={phone}
          problem={checked.problemAt('phone')}
          onChange={setPhone}
          onLeave={() => checked.leave('phone')}
        />
      )}
      <Switch label={words.phoneGone} on={phoneGone} onChange={setPhoneGone} />
      <Switch label={words.moves} hint={words.movesNote} on={moves} onChange={setMoves} />
      {moves && (
        <>
          <AreaPick
            label={words.area}
            roles={['gridWorker', 'communityAdmin']}
            value={areaCode}
            least={12}
            most={20}
            onChange={(area) => setAreaCode(area.areaCode)}
          />
          <Field
            label={words.door}
            required
            most={40}
            placeholder={words.doorHint}
            value={door}
            problem={checked.problemAt('movesTo.door')}
            onChange={setDoor}
            onLeave={() => checked.leave('movesTo.door')}
          />
        </>
      )}
      <Button block loading={busy} onTap={submit}>
        {words.submit}
      </Button>
    </View>
  )
}
