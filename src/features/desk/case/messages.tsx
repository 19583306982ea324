import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Field } from '../../../components/field'
import { client } from '../../../platform/client'
import { fullTime } from '../../../platform/dates'
import { useDraft } from '../../../platform/use-draft'
import type { Case } from '../shapes'
import type { CaseDesk } from './use-case'
import { caseWording as words } from './wording'

/** The thread with the applicant. */
export function Messages({ c, desk }: { c: Case; desk: CaseDesk }) {
  const { applicationId } = c
  const [{ text }, set, forget] = useDraft(`desk/${applicationId}/say`, { text: '' })
  const send = async () => {
    const sent = await desk.step(() => client.application.answer({ applicationId, words: text.trim() }), words.sent)
    if (!sent) return
    set({ text: '' })
    forget()
  }
  return (
    <View className="stack">
      {c.messages.length === 0 && <View className="t-note">{c.withheld ? words.withheld : words.noMessages}</View>}
      {c.messages.map((m) => (
        <View key={m.messageId} className={`case-message case-message--${m.from}`}>
          <View className="t-note">{`${m.from === 'applicant' ? words.applicant : ''} ${m.name} · ${fullTime(m.at)}`}</View>
          <View className="t-prewrap">{m.words}</View>
        </View>
      ))}
      {c.allowedActions.includes('say') && (
        <>
          <Field
            label={words.say}
            required
            type="textarea"
            most={500}
            placeholder={words.sayHint}
            value={text}
            onChange={(value) => set({ text: value })}
          />
          <View className="line">
            <Button look="secondary" loading={desk.busy} disabled={text.trim() === ''} onTap={send}>
              {words.send}
            </Button>
          </View>
        </>
      )}
    </View>
  )
}
