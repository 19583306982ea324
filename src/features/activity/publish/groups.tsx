import { View } from '@tarojs/components'
import { limits } from '../../../../types/activity'
import { Button } from '../../../components/button'
import { Quiet } from '../../../components/card'
import { Field } from '../../../components/field'
import { Light } from '../../../components/light'
import { type GroupForm, sumOf } from './form'
import type { PartProps } from './part'
import { type Problems, problemsAt } from './problems'
import { publishWording as words } from './wording'

/** Seats kept for groups (老人 10, 儿童 10). Together they are all seats; the sum is said while one types. */
export function Groups({ form, problems, focus, change, leave }: PartProps) {
  const { groups } = form
  const sum = sumOf(groups)
  const capacity = Number(form.capacity) || 0
  const set = (row: number, part: Partial<GroupForm>) =>
    change({ groups: groups.map((group) => (group.row === row ? { ...group, ...part } : group)) })
  const add = () => {
    const left = Math.max(0, capacity - sum)
    const row = Math.max(-1, ...groups.map((group) => group.row)) + 1
    change({ groups: [...groups, { row, name: '', seats: left > 0 ? String(left) : '' }] })
  }
  return (
    <View className="stack">
      <View>
        <View className="t-strong">{words.groups}</View>
        <View className="t-hint">{words.groupsHint}</View>
      </View>
      {groups.map((group, index) => (
        <Group
          key={group.row}
          group={group}
          problems={problemsAt(problems, 'groups', index)}
          focus={focus === `groups.${index}.name`}
          onChange={(part) => set(group.row, part)}
          onLeave={(field) => leave(`groups.${index}.${field}`)}
          onRemove={() => change({ groups: groups.filter((other) => other.row !== group.row) })}
        />
      ))}
      {groups.length > 0 && (
        <View className="between publish__sum">
          <Light
            kind={sum === capacity ? 'go' : 'soon'}
            words={sum === capacity ? words.sumFits(sum) : words.sumDiffers(sum, capacity)}
          />
          {sum !== capacity && sum > 0 && (
            <Button look="secondary" size="small" onTap={() => change({ capacity: String(sum) })}>
              {words.takeSum(sum)}
            </Button>
          )}
        </View>
      )}
      {problems.groups && sum === capacity && <View className="t-late">{problems.groups}</View>}
      {groups.length < limits.groups && (
        <Button look="secondary" size="small" icon="plus" onTap={add}>
          {words.addGroup}
        </Button>
      )}
    </View>
  )
}

interface GroupProps {
  group: GroupForm
  problems: Problems
  focus: boolean
  onChange: (part: Partial<GroupForm>) => void
  onLeave: (field: 'name' | 'capacity') => void
  onRemove: () => void
}

function Group({ group, problems, focus, onChange, onLeave, onRemove }: GroupProps) {
  return (
    <Quiet>
      <View className="publish__group">
        <View className="publish__group-name">
          <Field
            label={words.groupName}
            required
            most={10}
            value={group.name}
            problem={problems.name}
            focus={focus}
            onLeave={() => onLeave('name')}
            onChange={(name) => onChange({ name })}
          />
        </View>
        <View className="publish__group-seats">
          <Field
            label={words.groupSeats}
            required
            type="number"
            most={6}
            value={group.seats}
            problem={problems.capacity}
            onLeave={() => onLeave('capacity')}
            onChange={(seats) => onChange({ seats })}
          />
        </View>
        <View className="publish__group-remove">
          <Button look="quiet" icon="close" label={words.removeGroup(group.name)} onTap={onRemove} />
        </View>
      </View>
    </Quiet>
  )
}
