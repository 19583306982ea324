import { View } from '@tarojs/components'
import type { ProposalDetail } from '../../../../types/volunteer'
import { Button } from '../../../components/button'
import { Card, Section } from '../../../components/card'
import { Field } from '../../../components/field'
import { client } from '../../../platform/client'
import { nearTime } from '../../../platform/dates'
import { confirm } from '../../../platform/say'
import { useDraft } from '../../../platform/use-draft'
import type { Step } from '../use-step'
import { workWording as words } from '../wording'

/** Words between everybody concerned, and the wish to be called by relay: nobody sees a number. */
export function Talk({ p, step }: { p: ProposalDetail; step: Step }) {
  const { proposalId } = p
  const [draft, setDraft, forget] = useDraft(`work-talk/${proposalId}`, { text: '' })
  const send = async () => {
    const sent = await step.run(
      'say',
      () => client.volunteer.sayAboutWork({ proposalId, words: draft.text.trim() }),
      words.sayDone,
    )
    if (!sent) return
    setDraft({ text: '' })
    forget()
  }
  const callBack = async () => {
    if (await confirm(words.callBackAsk, words.callBack))
      void step.run('callBack', () => client.volunteer.sayAboutWork({ proposalId, callBack: true }), words.callBackDone)
  }
  return (
    <Section title={words.talk}>
      <Card>
        <View className="stack">
          <View className="t-note">{words.talkNote}</View>
          {p.messages.length > 0 && (
            <View className="work-talk" role="list">
              {p.messages.map((one) => (
                <View
                  key={one.messageId}
                  role="listitem"
                  className={`work-talk__said ${one.mine ? 'work-talk__said--mine' : ''}`}
                >
                  <View className="t-hint">
                    {one.mine ? words.you : one.fromName} · {nearTime(one.at, new Date())}
                  </View>
                  <View className="work-talk__words t-prewrap">
                    {one.kind === 'callBack' ? (one.mine ? words.youAsked : words.asksYou) : one.words}
                  </View>
                </View>
              ))}
            </View>
          )}
          {p.allowedActions.includes('say') && (
            <>
              <Field
                label={words.sayLabel}
                type="textarea"
                required
                most={300}
                value={draft.text}
                onChange={(text) => setDraft({ text })}
              />
              <View className="work-halves">
                <Button
                  block
                  look="secondary"
                  icon="phone"
                  loading={step.busy === 'callBack'}
                  onTap={() => void callBack()}
                >
                  {words.callBack}
                </Button>
                <Button
                  block
                  look="secondary"
                  loading={step.busy === 'say'}
                  disabled={draft.text.trim() === ''}
                  onTap={() => void send()}
                >
                  {words.say}
                </Button>
              </View>
            </>
          )}
        </View>
      </Card>
    </Section>
  )
}
