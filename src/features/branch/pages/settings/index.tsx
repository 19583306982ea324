import { View } from '@tarojs/components'
import { Button } from '../../../../components/button'
import { Card, Section } from '../../../../components/card'
import { Field } from '../../../../components/field'
import { roleOf } from '../../../../components/spoken'
import { Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { useAsk } from '../../../../platform/use-ask'
import { useForm } from '../../../../platform/use-form'
import { CommunityFrame } from '../../frame'
import { allSettings, parts, rangeOf, type Setting, schema, settingsOf, typedOf } from '../../settings/form'
import { settingWords, settingsWording as words } from '../../settings/wording'
import type { Settings } from '../../shapes'
import { useChecked } from '../../use-checked'
import { useStep } from '../../use-step'
import { wording } from '../../wording'

/** 设置: the numbers a county sets for its hubs, each with what it means. */
export default function BranchSettingsPage() {
  const { asked, again } = useAsk(() => client.hub.hubSettings({}), 'hubSettings')
  return (
    <CommunityFrame title={words.title} at="settings">
      <View className="staff-narrow stack">
        <View className="t-note">{words.lead}</View>
        {asked.state === 'loading' && <Skeleton rows={5} />}
        {(asked.state === 'offline' || asked.state === 'failed') && (
          <Failed words={asked.state === 'failed' ? asked.words : wording.offline} onAgain={again} />
        )}
        {asked.state === 'ready' && <Numbers stored={asked.value} mayChange={asked.value.mayChange} onSaved={again} />}
      </View>
    </CommunityFrame>
  )
}

interface NumbersProps {
  stored: Settings
  mayChange: boolean
  onSaved: () => Promise<void>
}

function Numbers({ stored, mayChange, onSaved }: NumbersProps) {
  const [typed, setTyped] = useForm(() => typedOf(stored))
  const checked = useChecked(schema, settingsOf(typed))
  const { busy, step } = useStep(onSaved)
  const changed = allSettings.some((setting) => typed[setting].trim() !== String(stored[setting]))
  const save = async () => {
    if (checked.check()) await step(() => client.hub.saveHubSettings(settingsOf(typed)), words.saved)
  }
  const field = (setting: Setting) => {
    const { least, most } = rangeOf(setting)
    const problem = checked.problemAt(setting)
    return (
      <Field
        key={setting}
        label={settingWords[setting].label}
        required
        type="number"
        disabled={!mayChange}
        value={typed[setting]}
        hint={`${settingWords[setting].why}${words.range(least, most)}。`}
        problem={problem && words.range(least, most)}
        focus={checked.focus === setting}
        onChange={(text) => {
          checked.touched()
          setTyped({ [setting]: text })
        }}
        onLeave={() => checked.leave(setting)}
      />
    )
  }
  return (
    <>
      {!mayChange && <View className="quiet t-note">{words.readOnly}</View>}
      {(['households', 'answers'] as const).map((part) => (
        <Section key={part} title={words.parts[part]}>
          <Card>
            <View className="stack">{parts[part].map(field)}</View>
          </Card>
        </Section>
      ))}
      {mayChange && checked.count > 0 && (
        <View className="t-late" {...roleOf('alert')}>
          {wording.mistakes(checked.count)}
        </View>
      )}
      {mayChange && (
        <Button block loading={busy} disabled={!changed} onTap={save}>
          {changed ? words.save : words.unchanged}
        </Button>
      )}
    </>
  )
}
