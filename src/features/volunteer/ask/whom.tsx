import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Choice } from '../../../components/choice'
import { client } from '../../../platform/client'
import { go } from '../../../platform/routes'
import { useAsk } from '../../../platform/use-ask'
import type { PartProps } from './part'
import { askWording as words } from './wording'

/** Who is helped: me, somebody of my family, or a resident I may act for. */
export function Whom({ form, onChange }: PartProps) {
  const { asked } = useAsk(() => client.people.dependants({}), 'ask/dependants')
  const rows = asked.state === 'ready' ? asked.value.rows : []
  const people = [{ value: 0, words: words.me }, ...rows.map((row) => ({ value: row.personId, words: row.name }))]
  return (
    <View className="stack">
      <Choice
        label={words.whom}
        options={people}
        value={form.personId}
        onChange={(personId) =>
          onChange({ personId, personName: rows.find((row) => row.personId === personId)?.name ?? '' })
        }
      />
      <Button look="quiet" size="small" icon="family" onTap={() => go('family')}>
        {words.family}
      </Button>
    </View>
  )
}
