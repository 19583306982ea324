import { AreaChoice } from '../../../components/area-choice'
import { Field } from '../../../components/field'
import { Part, type PartProps } from './part'
import { publishWording as words } from './wording'

/** Where it is, and how one gets in. */
export function Where({ form, problems, focus, change, leave }: PartProps) {
  return (
    <Part name="where">
      <AreaChoice
        label={words.area}
        value={form.areaCode}
        name={form.areaName}
        problem={problems.areaCode}
        onChange={(areaCode, areaName) => change({ areaCode, areaName })}
      />
      <Field
        label={words.placeName}
        required
        hint={words.placeHint}
        most={60}
        value={form.placeName}
        problem={problems.placeName}
        focus={focus === 'placeName'}
        onLeave={() => leave('placeName')}
        onChange={(placeName) => change({ placeName })}
      />
      <Field
        label={words.address}
        required
        most={100}
        value={form.address}
        problem={problems.address}
        focus={focus === 'address'}
        onLeave={() => leave('address')}
        onChange={(address) => change({ address })}
      />
      <Field
        label={words.access}
        hint={words.accessHint}
        most={60}
        value={form.accessNote}
        problem={problems.accessNote}
        focus={focus === 'accessNote'}
        onLeave={() => leave('accessNote')}
        onChange={(accessNote) => change({ accessNote })}
      />
    </Part>
  )
}
