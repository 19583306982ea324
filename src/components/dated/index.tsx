import { Text, View } from '@tarojs/components'
import './style.scss'

const moment = /((?:周[一二三四五六日]\(\d+月\d+日\)|昨天 |今天 |明天 )(?:\d+:\d\d)?)/
const between = ' · '

/** Words in which a day with its time is never torn over two lines, nor a fact off its dot: facts parted by dots go to the next line whole, without the dot. */
export function Dated({ words }: { words: string }) {
  const facts = words.split(between)
  if (facts.length === 1) return <Moments words={words} />
  return (
    <View className="facts-line">
      <View className="facts-line__in">
        {facts.map((fact, n) => (
          <View key={n} className="facts-line__one">
            {n > 0 && <Text className="facts-line__dot">{between}</Text>}
            <Moments words={fact} />
          </View>
        ))}
      </View>
    </View>
  )
}

function Moments({ words }: { words: string }) {
  return (
    <>
      {words.split(moment).map((piece, n) =>
        n % 2 === 1 ? (
          <Text key={n} className="nowrap">
            {piece}
          </Text>
        ) : (
          piece
        ),
      )}
    </>
  )
}
