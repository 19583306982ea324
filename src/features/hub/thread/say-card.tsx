import { View } from '@tarojs/components'
import { useState } from 'react'
import { contactLimits } from '../../../../types/hub'
import { Button } from '../../../components/button'
import { Section } from '../../../components/card'
import { SayBox } from '../../../components/say-box'
import { sendOrKeep } from '../../../platform/outbox'
import { say, wordsOf } from '../../../platform/say'
import { useDraft } from '../../../platform/use-draft'
import { useUploads } from '../../../platform/use-uploads'
import { cardWording } from '../card/wording'
import { type StepRefusal, stepRefusal, threadWording as words } from './wording'

interface SayCardProps {
  contactId: number
  /** It is answered: whoever says more is not content yet. */
  answered: boolean
  /** Something else on the page is the thing to do. */
  quiet: boolean
  onSaid: () => Promise<void>
}

/** More words and photos to the other side. */
export function SayCard({ contactId, answered, quiet, onSaid }: SayCardProps) {
  const [draft, setDraft, forget] = useDraft(`hub/say/${contactId}`, { text: '' })
  const [turn, setTurn] = useState(0)
  return (
    <Section title={words.sayHead}>
      <View className="stack">
        {answered && <View className="t-note">{words.notYet}</View>}
        {/* A new turn begins with no photos. */}
        <SayForm
          key={turn}
          contactId={contactId}
          text={draft.text}
          quiet={quiet}
          onChange={(text) => setDraft({ text })}
          onSent={async (arrived) => {
            setDraft({ text: '' })
            forget()
            setTurn(turn + 1)
            say(arrived ? words.sent : words.kept)
            if (arrived) await onSaid()
          }}
        />
      </View>
    </Section>
  )
}

interface SayFormProps {
  contactId: number
  text: string
  quiet: boolean
  onChange: (text: string) => void
  onSent: (arrived: boolean) => Promise<void>
}

function SayForm({ contactId, text, quiet, onChange, onSent }: SayFormProps) {
  const uploads = useUploads()
  const [problem, setProblem] = useState('')
  const [sending, setSending] = useState(false)
  const send = async () => {
    if (uploads.sending) return setProblem(cardWording.sending)
    setSending(true)
    setProblem('')
    try {
      const answer = await sendOrKeep('hub.sayInContact', words.keptTitle, {
        contactId,
        words: text.trim(),
        fileIds: uploads.fileIds,
      })
      if (answer && !answer.ok) return setProblem(stepRefusal(answer.refusal as StepRefusal))
      await onSent(answer !== undefined)
    } catch (error) {
      setProblem(wordsOf(error))
    } finally {
      setSending(false)
    }
  }
  return (
    <>
      <SayBox
        mostFiles={contactLimits.files}
        label={words.sayHead}
        placeholder={words.sayHint}
        value={text}
        problem={problem}
        focus={problem !== ''}
        uploads={uploads}
        onChange={onChange}
      />
      <Button
        block
        look={quiet ? 'secondary' : 'primary'}
        loading={sending}
        disabled={sending || (text.trim() === '' && uploads.fileIds.length === 0)}
        onTap={() => void send()}
      >
        {words.send}
      </Button>
    </>
  )
}
