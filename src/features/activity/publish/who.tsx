import { View } from '@tarojs/components'
import { joinRules, limits } from '../../../../types/activity'
import { Choice } from '../../../components/choice'
import { Field } from '../../../components/field'
import { Stepper } from '../../../components/stepper'
import { Switch } from '../../../components/switch'
import { joinNames } from '../wording'
import { Groups } from './groups'
import { Part, type PartProps } from './part'
import { publishWording as words } from './wording'

const joins = joinRules.map((value) => ({ value, words: joinNames[value] }))

/** How many may come, and who. */
export function Who(props: PartProps) {
  const { form, problems, focus, change, leave } = props
  return (
    <Part name="who">
      <Switch label={words.limited} on={form.limited} onChange={(limited) => change({ limited })} />
      {form.limited && (
        <>
          <Field
            label={words.capacity}
            required
            type="number"
            most={6}
            value={form.capacity}
            problem={problems.capacity}
            focus={focus === 'capacity'}
            onLeave={() => leave('capacity')}
            onChange={(capacity) => change({ capacity })}
          />
          <Groups {...props} />
          <Switch label={words.waitlist} on={form.waitlist} onChange={(waitlist) => change({ waitlist })} />
        </>
      )}
      <View className="between">
        <View className="t-strong">{words.maxParty}</View>
        <Stepper
          label={words.maxParty}
          value={form.maxParty}
          least={1}
          most={limits.party}
          onChange={(maxParty) => change({ maxParty })}
        />
      </View>
      <Choice label={words.join} options={joins} value={form.join} onChange={(join) => change({ join })} />
      {form.join === 'invited' && <View className="t-note">{words.inviteNote}</View>}
      <Switch
        label={words.needsApproval}
        on={form.needsApproval}
        onChange={(needsApproval) => change({ needsApproval })}
      />
      <Switch
        label={words.showUpFirst}
        hint={words.showUpHint}
        on={form.showUpFirst}
        onChange={(showUpFirst) => change({ showUpFirst })}
      />
    </Part>
  )
}
