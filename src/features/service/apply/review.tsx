import { View } from '@tarojs/components'
import { Card, Row } from '../../../components/card'
import { Tap } from '../../../components/tap'
import type { Places } from '../documents/use-on-the-way'
import { documentsWording } from '../documents/wording'
import type { Outcome } from '../shapes'
import { emptyDocument, type KeptForm } from './kept-form'
import type { Problems } from './problems'
import { handedInNow } from './to-submission'
import { applyWording as words } from './wording'

interface ReviewProps {
  outcome: Outcome
  form: KeptForm
  problems: Problems
  onTheWay: Places
  onEdit: (place: string) => void
}

/** Everything once more before it is handed in, each line with the way back to it. */
export function Review({ outcome, form, problems, onTheWay, onEdit }: ReviewProps) {
  const lines = [
    ...Object.entries(outcome.form.properties).map(([key, field]) => ({
      place: `form.${key}`,
      title: field.title,
      said: sayValue(form.typed[key]),
    })),
    ...handedInNow(outcome.documents).map((doc) => {
      const { files, later } = form.documents[doc.key] ?? emptyDocument
      return {
        place: `document.${doc.key}`,
        title: doc.name,
        said: onTheWay[doc.key]?.sending
          ? documentsWording.sending
          : files.length > 0
            ? documentsWording.pages(files.length)
            : later
              ? documentsWording.laterOn
              : '',
      }
    }),
    ...(outcome.deliveries.length > 1
      ? [{ place: 'delivery', title: words.delivery, said: form.delivery ? words.deliveries[form.delivery] : '' }]
      : []),
  ]
  return (
    <Card flush>
      {lines.map(({ place, title, said }) => (
        <Row
          key={place}
          title={title}
          note={problems[place] ? <View className="t-late">{problems[place]}</View> : said || words.empty}
          tail={
            <Tap className="link-tap" label={`${words.edit}：${title}`} onTap={() => onEdit(place)}>
              {words.edit}
            </Tap>
          }
        />
      ))}
    </Card>
  )
}

const sayValue = (value: string | boolean | undefined) =>
  typeof value === 'boolean' ? (value ? words.yes : words.no) : (value ?? '')
