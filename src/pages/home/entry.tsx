import { View } from '@tarojs/components'
import { Icon, type IconName } from '../../components/icon'
import { Light } from '../../components/light'
import { Tap } from '../../components/tap'
import type { presenceLight } from '../../features/hub/presence'

interface EntryProps {
  icon: IconName
  title: string
  note?: string
  /** What is to be known before going there; in big letters it is all that stands below the name. */
  light?: ReturnType<typeof presenceLight> | undefined
  elder: boolean
  onTap: () => void
}

/** One of the things that can be done here. */
export function Entry({ icon, title, note, light, elder, onTap }: EntryProps) {
  return (
    <Tap className={`entry ${elder ? 'entry--big' : ''}`} role="link" onTap={onTap}>
      {elder ? (
        <Icon name={icon} size={32} />
      ) : (
        <View className="row__tile">
          <Icon name={icon} />
        </View>
      )}
      <View>
        <View className="t-head">{title}</View>
        {note && !elder ? <View className="t-note">{note}</View> : null}
        {light && elder ? <Light {...light} /> : null}
      </View>
    </Tap>
  )
}
