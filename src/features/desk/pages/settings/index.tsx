import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card, Section } from '../../../../components/card'
import { Field } from '../../../../components/field'
import { roleOf } from '../../../../components/spoken'
import { Failed, Skeleton } from '../../../../components/states'
import { CallFailed, client } from '../../../../platform/client'
import type { Problems } from '../../../../platform/problems'
import { say, wordsOf } from '../../../../platform/say'
import { useMe } from '../../../../platform/session'
import { useAsk } from '../../../../platform/use-ask'
import { useForm } from '../../../../platform/use-form'
import { Frame } from '../../frame'
import { allSettings, parts, problemsOf, rangeOf, type Setting, settingsOf, typedOf } from '../../settings/form'
import { settingWords, settingsWording as words } from '../../settings/wording'
import type { Settings } from '../../shapes'
import { wording } from '../../wording'

/** The numbers a county sets for 最多跑一次, each with its unit and what it means. */
export default function SettingsPage() {
  const { asked, again } = useAsk(() => client.application.settings({}), 'settings')
  return (
    <Frame title={words.title} at="settings">
      <View className="staff-narrow stack">
        <View className="t-note">{words.lead}</View>
        {asked.state === 'loading' && <Skeleton rows={5} />}
        {(asked.state === 'offline' || asked.state === 'failed') && (
          <Failed words={asked.state === 'failed' ? asked.words : wording.offline} onAgain={again} />
        )}
        {asked.state === 'ready' && <Numbers stored={asked.value} onSaved={again} />}
      </View>
    </Frame>
  )
}

function Numbers({ stored, onSaved }: { stored: Settings; onSaved: () => Promise<void> }) {
  const me = useMe()
  const keeps = me?.grants.some((g) => g.role === 'communityAdmin' && g.areaCode.length === 6) ?? false
  const [typed, setTyped] = useForm(() => typedOf(stored))
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<Problems>({})
  const [focus, setFocus] = useState<Setting>()
  const [busy, setBusy] = useState(false)
  const found = problemsOf(typed)
  const count = Object.keys(found).length
  const changed = allSettings.some((setting) => typed[setting].trim() !== String(stored[setting]))

  const save = async () => {
    setLeft(new Set(allSettings))
    const first = allSettings.find((setting) => found[setting])
    if (first) return setFocus(first)
    setBusy(true)
    try {
      const answer = await client.application.saveSettings(settingsOf(typed))
      say(answer.ok ? words.saved : words.notYours)
      if (answer.ok) await onSaved()
    } catch (error) {
      if (error instanceof CallFailed && error.fields.length > 0)
        setRefused(Object.fromEntries(error.fields.map(({ path, problem }) => [path, problem])))
      else say(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      {!keeps && <View className="quiet t-note">{words.readOnly}</View>}
      {(['working', 'after'] as const).map((part) => (
        <Section key={part} title={words.parts[part]}>
          <Card>
            <View className="stack">
              {parts[part].map((setting) => {
                const { least, most } = rangeOf(setting)
                return (
                  <Field
                    key={setting}
                    label={words.label(settingWords[setting])}
                    required
                    type="number"
                    disabled={!keeps}
                    value={typed[setting]}
                    hint={`${settingWords[setting].why}${words.range(least, most)}。`}
                    problem={refused[setting] ?? (left.has(setting) ? (found[setting] ?? '') : '')}
                    focus={focus === setting}
                    onChange={(text) => {
                      setRefused({})
                      setFocus(undefined)
                      setTyped({ [setting]: text })
                    }}
                    onLeave={() => setLeft((before) => new Set(before).add(setting))}
                  />
                )
              })}
            </View>
          </Card>
        </Section>
      ))}
      {keeps && left.size > 0 && count > 0 && (
        <View className="t-late" {...roleOf('alert')}>
          {words.mistakes(count)}
        </View>
      )}
      {keeps && (
        <Button block loading={busy} disabled={!changed} onTap={save}>
          {changed ? words.save : words.unchanged}
        </Button>
      )}
    </>
  )
}
