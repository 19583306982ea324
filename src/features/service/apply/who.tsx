import { Button } from '../../../components/button'
import { Choice } from '../../../components/choice'
import { go } from '../../../platform/routes'
import { applyWording as words } from './wording'

interface WhoProps {
  people: readonly { personId: number; name: string }[]
  value: number
  onChange: (personId: number) => void
}

/** For whom: me, or somebody I may act for. */
export function Who({ people, value, onChange }: WhoProps) {
  return (
    <>
      <Choice
        label={words.who}
        options={[{ value: 0, words: words.me }, ...people.map((p) => ({ value: p.personId, words: p.name }))]}
        value={value}
        onChange={onChange}
      />
      <Button look="quiet" size="small" icon="family" onTap={() => go('family')}>
        {words.addFamily}
      </Button>
    </>
  )
}
