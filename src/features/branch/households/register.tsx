import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import * as v from 'valibot'
import { hub, hubLimits, type LinkReason } from '../../../../types/hub'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Choice } from '../../../components/choice'
import { Field } from '../../../components/field'
import { Light } from '../../../components/light'
import { PlacePick } from '../../../components/place-pick'
import { roleOf } from '../../../components/spoken'
import { Stepper } from '../../../components/stepper'
import { client } from '../../../platform/client'
import type { Problems } from '../../../platform/problems'
import { replaceWith } from '../../../platform/routes'
import { say, wordsOf } from '../../../platform/say'
import { useDraft } from '../../../platform/use-draft'
import { useForm } from '../../../platform/use-form'
import { useKeys } from '../../../platform/use-keys'
import { AreaPick } from '../area/pick'
import { useChecked } from '../use-checked'
import { reasonOptions, refusalWords, wording } from '../wording'
import { registerWording as words } from './wording'

const schema = v.omit(hub.registerHousehold.input, ['requestId'])
const communityDigits = 12

interface Form {
  areaCode: string
  middle: { lat: number; lng: number } | null
  people: number
  reason: LinkReason
  place: { lat: number; lng: number } | null
}

/** Registers one household; the grid stays for the next one of the same round. */
export function RegisterForm({ areaCode }: { areaCode: string }) {
  const empty: Form = { areaCode, middle: null, people: 2, reason: 'neighbour', place: null }
  const [form, set, forget] = useDraft<Form>('branch/register', empty)
  // Somebody else's door and number never lie on this phone: they are no part of the draft.
  const [secret, setSecret] = useForm({ door: '', phone: '' })
  const [placing, setPlacing] = useState(form.place !== null)
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState<{ hubName: string | null }>()
  const input = {
    areaCode: form.areaCode,
    door: secret.door.trim(),
    people: form.people,
    reason: form.reason,
    ...(secret.phone.trim() === '' ? {} : { phone: secret.phone.trim() }),
    ...(placing && form.place ? form.place : {}),
  }
  const tooWide: Problems = form.areaCode.length < communityDigits ? { areaCode: words.areaMissing } : {}
  const checked = useChecked(schema, input, tooWide)
  const { problemAt, leave } = checked
  const change = (part: Partial<Form>) => {
    checked.touched()
    set(part)
  }
  const changeSecret = (part: Partial<typeof secret>) => {
    checked.touched()
    setSecret(part)
  }
  const regions = useMemo(() => [], [])
  const submit = async () => {
    if (!checked.check() || busy) return
    setBusy(true)
    try {
      const answer = await client.hub.registerHousehold(input)
      if (!answer.ok) {
        const words = refusalWords(answer.refusal)
        checked.refuse({ [answer.refusal.reason === 'doorTaken' ? 'door' : 'areaCode']: words })
        return say(words)
      }
      const { areaCode: kept, middle } = form
      set({ ...empty, areaCode: kept, middle })
      setSecret({ door: '', phone: '' })
      forget()
      setPlacing(false)
      checked.forgive()
      setDone(answer.value)
    } catch (error) {
      if (!checked.take(error)) say(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  useKeys({ 'Ctrl+Enter': () => void submit() })
  if (done)
    return (
      <Card>
        <View className="stack" {...roleOf('status')}>
          <View className="t-display">{words.doneTitle}</View>
          {done.hubName ? (
            <Light kind="go" words={words.belongs(done.hubName)} />
          ) : (
            <Light kind="soon" words={words.nobody} />
          )}
          <View className="branch-acts">
            <Button onTap={() => setDone(undefined)}>{words.next}</Button>
            <Button look="secondary" onTap={() => replaceWith('branchHouseholds')}>
              {words.see}
            </Button>
          </View>
        </View>
      </Card>
    )
  return (
    <Card>
      <View className="stack">
        <AreaPick
          label={words.area}
          roles={['gridWorker', 'communityAdmin']}
          value={form.areaCode}
          least={communityDigits}
          most={20}
          problem={problemAt('areaCode')}
          onChange={(area) =>
            change({
              areaCode: area.areaCode,
              middle: area.lat !== null && area.lng !== null ? { lat: area.lat, lng: area.lng } : null,
              place: null,
            })
          }
        />
        <Field
          label={words.door}
          required
          most={40}
          hint={words.doorHint}
          value={secret.door}
          problem={problemAt('door')}
          focus={checked.focus === 'door'}
          onChange={(door) => changeSecret({ door })}
          onLeave={() => leave('door')}
        />
        <View className="field">
          <View className="field__label">{words.people}</View>
          <Stepper
            label={words.people}
            value={form.people}
            least={1}
            most={hubLimits.people}
            onChange={(people) => change({ people })}
          />
        </View>
        <Choice
          label={words.reason}
          options={reasonOptions}
          value={form.reason}
          onChange={(reason) => change({ reason })}
        />
        <Field
          label={words.phone}
          type="tel"
          hint={words.phoneHint}
          value={secret.phone}
          problem={problemAt('phone')}
          onChange={(phone) => changeSecret({ phone })}
          onLeave={() => leave('phone')}
        />
        {form.middle && (
          <View className="field">
            <View className="field__label">{words.position}</View>
            {placing ? (
              <PlacePick
                key={form.areaCode}
                label={words.position}
                start={form.place ?? form.middle}
                regions={regions}
                around={[]}
                words={{ closer: words.closer, farther: words.farther, hint: words.positionHint }}
                onChange={(place) => change({ place })}
              />
            ) : (
              <View className="t-note">{words.positionHint}</View>
            )}
            <View className="line">
              <Button look="quiet" size="small" icon="pin" onTap={() => setPlacing(!placing)}>
                {placing ? words.noPosition : words.pickPosition}
              </Button>
            </View>
          </View>
        )}
        {checked.count > 0 && (
          <View className="t-late" {...roleOf('alert')}>
            {wording.mistakes(checked.count)}
          </View>
        )}
        <Button block loading={busy} onTap={submit}>
          {words.submit}
        </Button>
      </View>
    </Card>
  )
}
