import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Shell } from '../../../components/shell'
import { client } from '../../../platform/client'
import { useElderMode } from '../../../platform/elder-mode'
import { replaceWith } from '../../../platform/routes'
import { confirm, say, wordsOf } from '../../../platform/say'
import { useSignedIn } from '../../../platform/session'
import { useAsk } from '../../../platform/use-ask'
import { useEarlierDocuments } from '../documents/use-earlier-documents'
import { useOnTheWay } from '../documents/use-on-the-way'
import { documentsWording } from '../documents/wording'
import type { Outcome } from '../shapes'
import { idOf } from './fields'
import { forgetForm, type KeptForm, keptForm } from './kept-form'
import { type Problems, problemInField, problemsIn } from './problems'
import { AllSections, OneSection } from './sections'
import { stepsOf } from './steps'
import { Kept, SubmitNotes } from './submit-notes'
import type { Opened } from './use-apply'
import { useCloudDraft } from './use-cloud-draft'
import { problemsOf, useSubmit } from './use-submit'
import { applyWording as words } from './wording'

interface ApplyViewProps {
  opened: Opened & { outcome: Outcome }
  onChange: (form: KeptForm) => void
}

/** The form: everything on one page, or in the large mode one thing a screen and all of it once more at the end. */
export function ApplyView({ opened, onChange }: ApplyViewProps) {
  const { item, outcome, form } = opened
  const elder = useElderMode()
  const signedIn = useSignedIn()
  const [local, setLocal] = useState<Problems>({})
  const [focus, setFocus] = useState('')
  const [at, setAt] = useState(0)
  const put = (change: Partial<KeptForm>) =>
    onChange({ ...(keptForm(item.code) ?? form), ...change, savedAt: Date.now() })
  const { refusal, sending, waiting, answerMissed, consented, submit } = useSubmit({ item, outcome, form, onChange })
  const cloud = useCloudDraft({ item, outcome, form, consented, onChange })
  const dependants = useAsk(() => client.people.dependants({}), 'dependants')
  const people =
    form.applicationId === undefined && dependants.asked.state === 'ready' ? dependants.asked.value.rows : []
  const reusable = outcome.documents.filter((doc) => doc.reusable && doc.form === 'electronic')
  const earlier = useEarlierDocuments(
    reusable.map((doc) => doc.name),
    signedIn === true,
  )
  const way = useOnTheWay()
  const notSent: Problems = Object.fromEntries(way.failed.map((key) => [`document.${key}`, documentsWording.notSent]))
  const problems = { ...problemsOf(refusal), ...local, ...notSent }
  const steps = stepsOf(outcome, people.length > 0)
  const step = steps[Math.min(at, steps.length - 1)] as string

  /** A change ends what was said about the place it changes. */
  const changed = (place: string, change: Partial<KeptForm>) => {
    const { [place]: _gone, ...rest } = local
    setLocal(problemsOf(refusal)[place] ? { ...rest, [place]: '' } : rest)
    put(change)
  }
  const left = (key: string) => {
    const problem = problemInField(key, keptForm(item.code) ?? form, outcome)
    setLocal((before) => ({ ...before, [`form.${key}`]: problem ?? '' }))
  }
  const show = (place: string) => {
    setFocus(place)
    if (elder) setAt(Math.max(0, steps.indexOf(place === 'postTo' ? 'delivery' : place)))
    else Taro.pageScrollTo({ selector: `#${idOf(place)}`, offsetTop: -100, duration: 200 }).catch(() => undefined)
  }
  /** What is wrong now. A file on its way is there as good as handed in; one that did not get through is not forgotten. */
  const look = (): Problems => {
    const found = Object.entries(problemsIn(form, outcome)).filter(
      ([place]) => !way.places[place.replace(/^document\./, '')]?.sending || !place.startsWith('document.'),
    )
    return { ...Object.fromEntries(found), ...notSent }
  }
  const handIn = () => {
    const found = look()
    setLocal(problemsIn(form, outcome))
    const [first] = Object.keys(found)
    if (first === undefined) return void submit()
    say(words.mistakes(Object.keys(found).length))
    setFocus('')
    setTimeout(() => show(first), 0)
  }
  const next = () => {
    const found = look()
    const mine = Object.entries(found).filter(
      ([place]) => place === step || (step === 'delivery' && place === 'postTo'),
    )
    setLocal((before) => ({ ...before, ...Object.fromEntries(mine) }))
    if (mine.length === 0) setAt(at + 1)
  }
  const discard = async () => {
    if (!(await confirm(words.discardAsk, words.discardYes))) return
    try {
      if (form.applicationId) await client.application.discardDraft({ applicationId: form.applicationId })
      forgetForm(item.code)
      say(words.discarded)
      replaceWith('services')
    } catch (error) {
      say(wordsOf(error))
    }
  }

  if (waiting) return <Kept title={item.name} />
  const sections = {
    item,
    outcome,
    form,
    people,
    earlier,
    problems,
    focus,
    onChange: changed,
    onLeave: left,
    onTheWay: way.places,
    onWay: way.report,
  }
  const notes = (
    <SubmitNotes
      item={item}
      outcome={outcome}
      form={form}
      refusal={refusal}
      cloudProblem={cloud.problem}
      consented={consented}
      onDiscard={discard}
    />
  )
  const submitButton = (
    <Button block loading={sending} disabled={sending || way.sending > 0} onTap={answerMissed ? submit : handIn}>
      {way.sending > 0 ? words.uploading(way.sending) : consented ? words.submit : words.agree}
    </Button>
  )
  if (!elder) {
    return (
      <Shell title={item.name} bar={submitButton}>
        <AllSections {...sections} />
        {notes}
      </Shell>
    )
  }
  const last = step === 'check'
  return (
    <Shell
      title={item.name}
      bar={
        <>
          {at > 0 && (
            <Button look="secondary" onTap={() => setAt(at - 1)}>
              {words.back}
            </Button>
          )}
          {last ? (
            submitButton
          ) : (
            <Button block onTap={next}>
              {words.next}
            </Button>
          )}
        </>
      }
    >
      <View className="t-note apply__step">{words.step(Math.min(at, steps.length - 1) + 1, steps.length)}</View>
      <OneSection {...sections} step={step} onEdit={show} />
      {last && notes}
    </Shell>
  )
}
