import { View } from '@tarojs/components'
import { Card, Section } from '../../../components/card'
import { Field } from '../../../components/field'
import { wording } from '../wording'
import type { PartProps } from './basics'
import { freshKey } from './keys'
import { NumberField } from './number-field'
import { Rows } from './rows'

const words = wording.edit

/** What happens inside: who else looks at it, how long people get to mend and to bring, how long documents are kept. */
export function Office({ draft, change }: PartProps) {
  const reviews = draft.reviews ?? []
  return (
    <>
      <Rows
        title={words.reviews}
        note={words.reviewsNote}
        add={words.addReview}
        rows={reviews}
        nameOf={(row) => row.department}
        fresh={() => ({
          key: freshKey(
            'r',
            reviews.map((row) => row.key),
          ),
          department: '',
        })}
        onChange={(rows) => change({ reviews: rows })}
      >
        {(row, put) => (
          <Field
            label={words.reviewDepartment}
            required
            most={40}
            value={row.department}
            onChange={(department) => put({ department })}
          />
        )}
      </Rows>
      <Section title={words.days}>
        <Card>
          <View className="stack">
            <NumberField
              label={words.correctionDays}
              otherwise="15"
              value={draft.correctionDays}
              onChange={(correctionDays) => change({ correctionDays })}
            />
            <NumberField
              label={words.deferDays}
              otherwise="15"
              value={draft.deferDays}
              onChange={(deferDays) => change({ deferDays })}
            />
            <NumberField
              label={words.retention}
              hint={words.retentionHint}
              otherwise="24"
              value={draft.retentionMonths}
              onChange={(retentionMonths) => change({ retentionMonths })}
            />
          </View>
        </Card>
      </Section>
    </>
  )
}
