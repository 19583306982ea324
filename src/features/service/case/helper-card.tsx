import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Card, Row, Section } from '../../../components/card'
import { client } from '../../../platform/client'
import { makePhoneCall } from '../../../platform/help-phone'
import { go } from '../../../platform/routes'
import { confirm, say, wordsOf } from '../../../platform/say'
import type { ApplicationDetail } from '../shapes'
import { caseWording } from './wording'

const words = caseWording.helper

/** Who helps, whom to call, and the way to be helped. */
export function HelpCard({ application: a, onChanged }: { application: ApplicationDetail; onChanged: () => void }) {
  const { helper, applicationId, help } = a
  const end = async () => {
    if (!(await confirm(words.endAsk, words.endYes))) return
    try {
      const answer = await client.application.endHelper({ applicationId })
      if (answer.ok) say(words.ended)
      onChanged()
    } catch (error) {
      say(wordsOf(error))
    }
  }
  return (
    <Section title={caseWording.help}>
      <Card flush>
        <Row
          tile="phone"
          title={caseWording.call(help.phone)}
          note={[help.place, help.hours].filter(Boolean).join(' · ')}
          onTap={() => makePhoneCall(help.phone)}
        />
        {helper && !helper.ended && (
          <Row
            tile="people"
            title={words.title}
            note={words.until(helper.name, helper.until)}
            tail={
              a.allowedActions.includes('endHelper') ? (
                <Button look="quiet" size="small" onTap={() => void end()}>
                  {words.end}
                </Button>
              ) : (
                <View />
              )
            }
          />
        )}
        {a.allowedActions.includes('nameHelper') && (
          <Row tile="people" title={words.name} onTap={() => go('helper', { applicationId })} />
        )}
      </Card>
    </Section>
  )
}
