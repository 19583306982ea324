import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Card, Section } from '../../../components/card'
import { Field } from '../../../components/field'
import { roleOf } from '../../../components/spoken'
import { CallFailed, client } from '../../../platform/client'
import type { Problems } from '../../../platform/problems'
import { goBack } from '../../../platform/routes'
import { say, wordsOf } from '../../../platform/say'
import { useDraft } from '../../../platform/use-draft'
import { WindowArea } from './area'
import { ClosedDays } from './closed-days'
import { problemsOf, toInput, type WindowForm } from './form'
import { Week } from './week'
import { windowsWording as words } from './wording'
import './style.scss'

const lines = ['name', 'department', 'place', 'phone'] as const
const hints = { name: words.nameHint, department: words.departmentHint, place: words.placeHint, phone: '' }
const longest = { name: 40, department: 40, place: 80, phone: 40 } as const

/** One window, all of it on a page. What is written stays on this device until it is saved. */
export function WindowEditor({ windowId, stored }: { windowId: number | undefined; stored: WindowForm }) {
  const [form, set, forget, restored] = useDraft(`desk/window/${windowId ?? 'new'}`, stored)
  const [fresh, setFresh] = useState(!restored)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState(false)
  const [focus, setFocus] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Problems>({})
  const found = problemsOf(form)
  const problemAt = (field: string) => refused[field] ?? (((asked || left.has(field)) && found[field]) || '')
  const count = Object.keys(found).length
  const change = (next: Partial<WindowForm>) => {
    setRefused({})
    setFocus('')
    set(next)
  }
  const leave = (field: string) => setLeft((before) => new Set(before).add(field))

  const save = async () => {
    setAsked(true)
    const [first] = [...lines, ...Object.keys(found)].filter((field) => found[field])
    if (first !== undefined) return setFocus(first)
    setBusy(true)
    try {
      const answer = await client.application.saveWindow({ ...(windowId && { windowId }), ...toInput(form) })
      if (answer.ok) {
        forget()
        say(words.saved)
        return goBack()
      }
      const { refusal } = answer
      if (refusal.reason === 'nameTaken') setRefused({ name: words.refusals.nameTaken })
      else if (refusal.reason === 'outsideYourArea') setRefused({ areaCode: words.refusals.outsideYourArea })
      else if (refusal.reason === 'belowBooked') setRefused({ hours: words.refusals.belowBooked(refusal.booked) })
      else setRefused({ hours: words.refusals.hoursOverlap })
    } catch (error) {
      if (error instanceof CallFailed && error.fields.length > 0)
        setRefused(Object.fromEntries(error.fields.map(({ path, problem }) => [path, problem])))
      else say(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  const startAgain = () => {
    set(stored)
    forget()
    setFresh(true)
  }

  return (
    <View className="window-editor">
      {!fresh && (
        <View className="quiet between window-editor__all">
          <View className="t-note">{words.restored}</View>
          <Button look="quiet" size="small" onTap={startAgain}>
            {words.startAgain}
          </Button>
        </View>
      )}
      <Section title={words.about}>
        <Card>
          <View className="stack">
            {lines.map((field) => (
              <Field
                key={field}
                label={words[field]}
                required
                most={longest[field]}
                hint={hints[field]}
                value={form[field]}
                problem={problemAt(field)}
                focus={focus === field}
                onChange={(text) => change({ [field]: text })}
                onLeave={() => leave(field)}
              />
            ))}
            <WindowArea
              value={form.areaCode}
              problem={problemAt('areaCode')}
              onChange={(areaCode) => change({ areaCode })}
            />
          </View>
        </Card>
      </Section>
      <View>
        <Section title={words.week}>
          <Card>
            <View className="t-note">{words.weekHint}</View>
            <Week form={form} problemAt={problemAt} change={change} leave={leave} />
          </Card>
        </Section>
        <Section title={words.closedDays}>
          <Card>
            <ClosedDays form={form} problemAt={problemAt} change={change} />
          </Card>
        </Section>
        <View className="stack window-editor__end">
          {asked && count > 0 && (
            <View className="t-late" {...roleOf('alert')}>
              {words.mistakes(count)}
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
