import { View } from '@tarojs/components'
import { hubLimits } from '../../../../types/hub'
import { Button } from '../../../components/button'
import { Row } from '../../../components/card'
import { editWording as words } from './edit-wording'
import type { HubForm, Person } from './form'
import { PersonPick } from './person-pick'

export interface PartProps {
  form: HubForm
  problemAt: (field: string) => string
  change: (part: Partial<HubForm>) => void
}

/** The host, who answers for him, and who answers above. */
export function PeoplePart({ form: { host, deputies, branchLead, areaCode }, problemAt, change }: PartProps) {
  const taken = [host, branchLead, ...deputies].flatMap((one) => (one ? [one.personId] : []))
  return (
    <>
      {host ? (
        <Picked label={words.host} person={host} onRemove={() => change({ host: null })} />
      ) : (
        <PersonPick
          label={words.host}
          areaCode={areaCode}
          members
          except={taken}
          problem={problemAt('hostId')}
          onPick={(person) => change({ host: person })}
        />
      )}
      <View className="t-hint">{words.hostNote}</View>
      {deputies.map((person, n) => (
        <Picked
          key={person.personId}
          label={`${words.deputies} ${n + 1}`}
          person={person}
          onRemove={() => change({ deputies: deputies.filter((one) => one !== person) })}
        />
      ))}
      {deputies.length < hubLimits.deputies && (
        <PersonPick
          label={words.deputies}
          areaCode={areaCode}
          members={false}
          except={taken}
          problem={problemAt('deputyIds')}
          onPick={(person) => change({ deputies: [...deputies, person] })}
        />
      )}
      <View className="t-hint">{words.deputiesNote}</View>
      {branchLead ? (
        <Picked label={words.lead} person={branchLead} onRemove={() => change({ branchLead: null })} />
      ) : (
        <PersonPick
          label={words.lead}
          areaCode={areaCode}
          members={false}
          except={taken}
          problem={problemAt('branchLeadId')}
          onPick={(person) => change({ branchLead: person })}
        />
      )}
      <View className="t-hint">{words.leadNote}</View>
    </>
  )
}

function Picked({ label, person, onRemove }: { label: string; person: Person; onRemove: () => void }) {
  return (
    <View className="field">
      <View className="field__label">{label}</View>
      <View className="branch-picked">
        <Row
          title={person.name}
          tail={
            <Button look="quiet" size="small" label={words.person.remove(person.name)} onTap={onRemove}>
              {words.person.again}
            </Button>
          }
        />
      </View>
    </View>
  )
}
