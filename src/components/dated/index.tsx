import { Text } from '@tarojs/components'

const moment = /(周[一二三四五六日]\(\d+月\d+日\)(?:\d+:\d\d)?)/

/** A sentence in which a day with its time is never torn over two lines. */
export function Dated({ words }: { words: string }) {
  return (
    <>
      {words.split(moment).map((piece, n) =>
        moment.test(piece) ? (
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
