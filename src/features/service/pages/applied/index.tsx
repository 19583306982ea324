import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Button } from '../../../../components/button'
import { Card, Row, Section } from '../../../../components/card'
import { Heading } from '../../../../components/heading'
import { Shell } from '../../../../components/shell'
import { Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { go, replaceWith } from '../../../../platform/routes'
import { useAsk } from '../../../../platform/use-ask'
import { applyWording } from '../../apply/wording'
import { wording } from '../../wording'

const words = applyWording.done

/** It was handed in: who has it, by when there is an answer, and what happens next. */
export default function AppliedPage() {
  const { params } = useRouter()
  const applicationId = Number(params.applicationId)
  const { asked, again } = useAsk(() => client.application.detail({ applicationId }), String(applicationId))
  if (asked.state !== 'ready') {
    return (
      <Shell title={words.title}>
        {asked.state === 'loading' ? <Skeleton rows={3} /> : <Failed words={wording.offline} onAgain={again} />}
      </Shell>
    )
  }
  const { itemName, number, ownerName, department, clock, allowedActions } = asked.value
  return (
    <Shell
      title={itemName}
      bar={
        <>
          <Button look="quiet" onTap={() => go('home')}>
            {words.home}
          </Button>
          <Button look="secondary" block onTap={() => replaceWith('application', { applicationId })}>
            {words.see}
          </Button>
        </>
      }
    >
      <View className="stack">
        <Card>
          <Heading level={2} className="t-display">
            {words.title}
          </Heading>
          {clock.deadlineAt && <View>{words.answerBy(clock.deadlineAt)}</View>}
          {ownerName && <View className="t-note">{words.owner(department, ownerName)}</View>}
          {number && <View className="t-note">{words.number(number)}</View>}
        </Card>
      </View>
      <Section title={words.next}>
        <Card flush>
          {allowedActions.includes('book') && (
            <Row icon="walk" title={words.visit} note={words.visitNote} onTap={() => go('visit', { applicationId })} />
          )}
          <Row icon="search" title={words.look} note={words.lookNote} />
          <Row icon="bell" title={words.told} note={words.toldNote} />
        </Card>
      </Section>
    </Shell>
  )
}
