import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Card, Section } from '../../../components/card'
import { Field } from '../../../components/field'
import { roleOf } from '../../../components/spoken'
import { CallFailed, client } from '../../../platform/client'
import { say, wordsOf } from '../../../platform/say'
import { useForm } from '../../../platform/use-form'
import type { Weights } from '../shapes'
import { refusalWords, wording } from '../wording'
import { allPaths, type Part, parts, problemsOf, typedOf, type WeightPath, weightsOf } from './form'
import { WeightsHistory } from './history'
import { Order } from './order'
import './style.scss'
import { weightNames, weightsWording as words } from './wording'

const shortest = 2

/** Today's points in groups, each with its meaning; a change has a reason, and every version stays. */
export function WeightsView({ stored, onSaved }: { stored: Weights; onSaved: () => Promise<void> }) {
  const { mayChange } = stored
  const [typed, setTyped] = useForm(() => typedOf(stored.weights))
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({})
  const [busy, setBusy] = useState(false)
  const found = problemsOf(typed)
  const count = Object.keys(found).length
  const before = typedOf(stored.weights)
  const changed = allPaths.some((path) => typed[path].trim() !== before[path])
  const short = why.trim().length < shortest

  const save = async () => {
    setTried(true)
    if (count > 0 || short) return
    setBusy(true)
    try {
      const answer = await client.volunteer.saveWeights({ weights: weightsOf(typed), why: why.trim() })
      say(answer.ok ? words.saved : refusalWords(answer.refusal))
      if (!answer.ok) return
      setWhy('')
      setTried(false)
      await onSaved()
    } catch (error) {
      if (error instanceof CallFailed && error.fields.length > 0)
        setRefused(Object.fromEntries(error.fields.map(({ path, problem }) => [path.replace('weights.', ''), problem])))
      else say(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  const field = (path: WeightPath) => (
    <Field
      key={path}
      label={weightNames[path].name}
      required
      type="number"
      disabled={!mayChange}
      value={typed[path]}
      hint={weightNames[path].why}
      problem={refused[path] ?? found[path] ?? ''}
      onChange={(text) => {
        setRefused({})
        setTyped({ [path]: text })
      }}
    />
  )
  return (
    <>
      <Order />
      {!mayChange && <View className="quiet t-note">{words.readOnly}</View>}
      <View className="weights">
        {(Object.keys(parts) as Part[]).map((part) => (
          <Section key={part} title={words.parts[part]}>
            <Card>
              <View className="weights__fields">{parts[part].map(field)}</View>
            </Card>
          </Section>
        ))}
      </View>
      {mayChange && changed && (
        <Field
          label={words.why}
          type="textarea"
          required
          most={200}
          placeholder={words.whyHint}
          hint={words.whyNote}
          problem={tried && short ? wording.shortest(shortest) : ''}
          value={why}
          onChange={setWhy}
        />
      )}
      {mayChange && tried && count > 0 && (
        <View className="t-late" {...roleOf('alert')}>
          {words.mistakes(count)}
        </View>
      )}
      {mayChange && (
        <Button block loading={busy} disabled={!changed} onTap={save}>
          {changed ? words.save : words.unchanged}
        </Button>
      )}
      <WeightsHistory history={stored.history} />
    </>
  )
}
