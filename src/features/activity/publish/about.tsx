import { activityKinds } from '../../../../types/activity'
import { Choice } from '../../../components/choice'
import { Field } from '../../../components/field'
import { kindNames } from '../wording'
import { Part, type PartProps } from './part'
import { publishWording as words } from './wording'

const kinds = activityKinds.map((value) => ({ value, words: kindNames[value] }))

/** What it is: kind, name, words. */
export function About({ form, problems, focus, change, leave }: PartProps) {
  return (
    <Part name="about">
      <Choice label={words.kind} options={kinds} value={form.kind} onChange={(kind) => change({ kind })} />
      <Field
        label={words.name}
        required
        hint={words.nameHint}
        most={40}
        value={form.title}
        problem={problems.title}
        focus={focus === 'title'}
        onLeave={() => leave('title')}
        onChange={(title) => change({ title })}
      />
      <Field
        label={words.body}
        type="textarea"
        hint={words.bodyHint}
        most={4000}
        value={form.body}
        problem={problems.body}
        focus={focus === 'body'}
        onLeave={() => leave('body')}
        onChange={(body) => change({ body })}
      />
    </Part>
  )
}
