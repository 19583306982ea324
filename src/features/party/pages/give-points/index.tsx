import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card } from '../../../../components/card'
import { Choice } from '../../../../components/choice'
import { Field } from '../../../../components/field'
import { Heading } from '../../../../components/heading'
import { Empty } from '../../../../components/states'
import { Uploader } from '../../../../components/uploader'
import { client } from '../../../../platform/client'
import { goBack, replaceWith } from '../../../../platform/routes'
import { say } from '../../../../platform/say'
import { useAsk } from '../../../../platform/use-ask'
import { useUploads } from '../../../../platform/use-uploads'
import { Answered, PartyFrame } from '../../frame'
import { useMember } from '../../life/use-member'
import { signedPoints, giveWording as words, worthOf } from '../../points/wording'
import type { Rule } from '../../shapes'
import { useWork } from '../../use-work'

const mostPictures = 6

/** The branch notes points by hand, with what they rest on: its secretary and committee, for anybody of it but themselves. */
export default function GivePointsPage() {
  const personId = Number(useRouter().params.personId)
  const { asked, again } = useMember(personId)
  return (
    <PartyFrame title={words.title} under="members">
      <Answered asked={asked} again={again}>
        {({ member, officer }) => {
          const why = !officer ? words.notYours : !member ? words.nobody : member.me ? words.notSelf : ''
          if (!member || why)
            return <Empty words={why} step={words.toMembers} onStep={() => replaceWith('partyMembers')} />
          return (
            <>
              <View>
                <Heading level={2} className="t-title">
                  {words.whom(member.name)}
                </Heading>
                <View className="t-note">{words.lead}</View>
              </View>
              <Rules personId={personId} />
            </>
          )
        }}
      </Answered>
    </PartyFrame>
  )
}

function Rules({ personId }: { personId: number }) {
  const { asked, again } = useAsk(() => client.hub.pointRules({}), 'rules')
  return (
    <Answered asked={asked} again={again}>
      {({ rows }) => <Form personId={personId} rules={rows.filter((rule) => rule.cause === 'hand')} />}
    </Answered>
  )
}

function Form({ personId, rules }: { personId: number; rules: readonly Rule[] }) {
  const [code, setCode] = useState<string>()
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
  const uploads = useUploads()
  const [busy, work] = useWork()
  if (rules.length === 0) return <Empty words={words.noRules} />
  const short = said.trim().length < 4
  const chosen = rules.find((rule) => rule.code === code)
  const send = async () => {
    setTried(true)
    if (!code || short) return
    let points = 0
    const done = await work(async () => {
      const answer = await client.hub.givePoints({ personId, code, words: said.trim(), fileIds: uploads.fileIds })
      if (answer.ok) points = answer.value.points
      return answer
    }, '')
    if (!done) return
    say(words.sent(signedPoints(points)))
    goBack()
  }
  return (
    <>
      <Card>
        <View className="stack">
          <Choice
            label={words.rule}
            options={rules.map((rule) => ({
              value: rule.code,
              words: rule.words,
              note: signedPoints(rule.kind === 'deduction' ? -rule.points : rule.points),
            }))}
            value={code}
            problem={tried && !code ? words.problems.rule : ''}
            onChange={setCode}
          />
          {chosen && <View className="t-note">{worthOf(chosen)}</View>}
          <Field
            label={words.words}
            type="textarea"
            required
            most={300}
            placeholder={words.wordsHint}
            value={said}
            problem={tried && short ? words.problems.words : ''}
            onChange={setSaid}
          />
        </View>
      </Card>
      <Card>
        <Uploader
          label={words.photos}
          hint={words.photosHint}
          items={uploads.items}
          most={mostPictures}
          kinds={['picture']}
          onPick={uploads.pick}
          onRemove={uploads.remove}
          onRetry={uploads.retry}
        />
      </Card>
      <Button block loading={busy} disabled={busy || uploads.sending} onTap={() => void send()}>
        {words.send}
      </Button>
    </>
  )
}
