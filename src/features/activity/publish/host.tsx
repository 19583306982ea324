import { Field } from '../../../components/field'
import { Part, type PartProps } from './part'
import { publishWording as words } from './wording'

/** Who is behind it and can be asked. */
export function Host({ form, problems, focus, change, leave }: PartProps) {
  return (
    <Part name="host">
      <Field
        label={words.host}
        required
        most={40}
        value={form.host}
        problem={problems.host}
        focus={focus === 'host'}
        onLeave={() => leave('host')}
        onChange={(host) => change({ host })}
      />
      <Field
        label={words.contact}
        required
        most={20}
        value={form.contactName}
        problem={problems.contactName}
        focus={focus === 'contactName'}
        onLeave={() => leave('contactName')}
        onChange={(contactName) => change({ contactName })}
      />
      <Field
        label={words.phone}
        type="tel"
        hint={words.phoneHint}
        most={20}
        value={form.contactPhone}
        problem={problems.contactPhone}
        focus={focus === 'contactPhone'}
        onLeave={() => leave('contactPhone')}
        onChange={(contactPhone) => change({ contactPhone })}
      />
    </Part>
  )
}
