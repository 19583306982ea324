import { View } from '@tarojs/components'
import { useState } from 'react'
import { Tap } from '../../../components/tap'
import type { Request } from '../shapes'
import { eventNote, eventWords, requestWording as words } from './wording'

/** Everything that happened, the latest first; closed until somebody wants it. */
export function History({ request }: { request: Request }) {
  const [open, setOpen] = useState(false)
  return (
    <View>
      <Tap className="help__link" onTap={() => setOpen(!open)}>
        {open ? words.less : words.more}
      </Tap>
      {open &&
        [...request.events].reverse().map((event, n) => (
          <View key={`${n}-${event.kind}`} className="help__event">
            <View className="t-strong">{eventWords(event)}</View>
            <View className="t-note">{eventNote(event)}</View>
            {event.why && <View className="t-prewrap">{event.why}</View>}
          </View>
        ))}
    </View>
  )
}
