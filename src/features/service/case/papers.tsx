import { View } from '@tarojs/components'
import { Card, Row, Section } from '../../../components/card'
import { Icon } from '../../../components/icon'
import { client } from '../../../platform/client'
import { giveFile } from '../../../platform/files'
import { say, wordsOf } from '../../../platform/say'
import type { ApplicationDetail } from '../shapes'
import { caseWording } from './wording'

const words = caseWording.letters

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
            title={words.dated(letter.kind, letter.issuedAt)}
            note={words.note(letter.checkCode)}
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
