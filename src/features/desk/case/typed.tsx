import { View } from '@tarojs/components'
import type { Case } from '../shapes'
import { caseWording as words } from './wording'

/** What the applicant typed and chose. */
export function Typed({ c }: { c: Case }) {
  const fields = Object.entries(c.form.properties).filter(([key]) => c.values[key] !== undefined)
  const shown = (value: string | number | boolean | undefined) =>
    typeof value === 'boolean' ? (value ? words.yes : words.no) : String(value ?? '')
  return (
    <View className="case-typed">
      <View className="t-strong">{words.typed}</View>
      {fields.length === 0 && <View className="t-note">{words.nothingTyped}</View>}
      {fields.map(([key, field]) => (
        <View key={key} className="case-typed__line">
          <View className="case-typed__name">{field.title}</View>
          <View className="grow t-prewrap">{shown(c.values[key])}</View>
        </View>
      ))}
      {c.answersInWords.length > 0 && (
        <View className="case-typed__line">
          <View className="case-typed__name">{words.answers}</View>
          <View className="grow">{c.answersInWords.join('，')}</View>
        </View>
      )}
    </View>
  )
}
