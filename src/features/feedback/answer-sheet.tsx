import { View } from '@tarojs/components'
import { Button } from '../../components/button'
import { Field } from '../../components/field'
import { Sheet } from '../../components/sheet'
import { useDraft } from '../../platform/use-draft'
import type { DeskRow } from './desk-card'
import { wording } from './wording'

const words = wording.desk
const shortest = 5

interface AnswerSheetProps {
  row: DeskRow
  open: boolean
  onClose: () => void
  /** Resolves with whether the answer went out. */
  onAnswer: (answer: string) => Promise<boolean>
}

/** The one answer to one complaint; what is written keeps itself until it is sent. */
export function AnswerSheet({ row, open, onClose, onAnswer }: AnswerSheetProps) {
  const [{ answer }, set, forget] = useDraft(`feedback-answer/${row.feedbackId}`, { answer: '' })
  const submit = async () => {
    if (await onAnswer(answer.trim())) forget()
  }
  return (
    <Sheet open={open} title={words.answerTitle} onClose={onClose}>
      <View className="t-note">{row.words}</View>
      <Field
        label={words.answerTitle}
        required
        type="textarea"
        most={1000}
        placeholder={words.answerHint}
        hint={words.answerNote}
        value={answer}
        onChange={(text) => set({ answer: text })}
      />
      <View className="line">
        <Button block disabled={answer.trim().length < shortest} onTap={submit}>
          {words.submit}
        </Button>
      </View>
    </Sheet>
  )
}
