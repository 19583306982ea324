import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Card, Row } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { Shell } from '../../../components/shell'
import { go } from '../../../platform/routes'
import type { MyHub } from '../my-hub'
import { Instead } from './instead'
import { cardWording as words } from './wording'

/** No hub yet: I have not said where I live, somebody has to see it, or all hubs around are full. */
export function NoHub({ mine }: { mine: MyHub }) {
  const { household, waiting } = mine
  const [head, note] = household
    ? [words.orphaned, words.orphanedNote]
    : waiting
      ? [words.waiting(waiting.areaName), words.waitingNote]
      : [words.none, words.noneNote(mine.answerHours)]
  return (
    <Shell
      title={words.title}
      bar={
        household ? undefined : (
          <Button block look={waiting ? 'secondary' : 'primary'} onTap={() => go('joinHousehold')}>
            {waiting ? words.waitingOpen : words.find}
          </Button>
        )
      }
    >
      <View className="stack">
        <View>
          <Heading level={2} className="t-title">
            {head}
          </Heading>
          <View>{note}</View>
        </View>
        {household && <Instead mine={mine} />}
        <Card flush>
          <Row icon="pin" title={words.near} onTap={() => go('hubs')} />
          <Row icon="chat" title={words.mine} onTap={() => go('contacts')} />
          <Row icon="clock" title={words.duty} note={words.dutyNote} onTap={() => go('duty')} />
          {household && (
            <Row icon="family" title={words.household} note={words.householdNote} onTap={() => go('household')} />
          )}
        </Card>
      </View>
    </Shell>
  )
}
