import { Text, View } from '@tarojs/components'
import { Card, Row, Section } from '../../../components/card'
import { Icon } from '../../../components/icon'
import { client } from '../../../platform/client'
import { shortDay } from '../../../platform/dates'
import { giveFile } from '../../../platform/files'
import { say, wordsOf } from '../../../platform/say'
import type { ApplicationDetail } from '../shapes'
import { caseWording } from './wording'

const words = caseWording.letters

/** Two pieces; the second stays whole. */
const TwoPieces = ({ first, second }: { first: string; second: string }) => (
  <>
    <Text>{first}</Text> <Text className="nowrap">{second}</Text>
  </>
)

/** The letters of the case, as PDF, each with the code that anybody can check. */
export function Letters({ letters }: { letters: ApplicationDetail['letters'] }) {
  if (letters.length === 0) return null
  const open = async (letterId: number) => {
    try {
      const answer = await client.application.letter({ letterId })
      if (answer.ok) await giveFile(answer.value)
    } catch (error) {
      say(wordsOf(error))
    }
  }
  return (
    <Section title={words.title}>
      <Card flush>
        {letters.map((letter) => (
          <Row
            key={letter.letterId}
            tile="file"
            title={<TwoPieces first={words.names[letter.kind]} second={shortDay(letter.issuedAt)} />}
            note={<TwoPieces first={words.checkCode} second={letter.checkCode} />}
            tail={
              <View className="row__next">
                <Icon name="download" size={20} />
              </View>
            }
            label={`${words.open}${words.names[letter.kind]}`}
            onTap={() => void open(letter.letterId)}
          />
        ))}
      </Card>
    </Section>
  )
}
