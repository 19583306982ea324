import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { go, pathOf, tabs } from '../../platform/routes'
import { Icon, type IconName } from '../icon'
import { landmark } from '../spoken'
import { Tap } from '../tap'
import { componentWording as wording } from '../wording'
import './style.scss'

const icons: Record<(typeof tabs)[number], IconName> = { home: 'home', mine: 'list', inbox: 'mail', me: 'person' }

/** The tab bar of a browser: Taro's own knows no keyboard and no screen reader. */
export function TabBar() {
  const { path } = useRouter()
  return (
    <View className="tab-bar" aria-label={wording.tabBar} {...landmark('navigation')}>
      {tabs.map((tab) => {
        const here = path.startsWith(pathOf(tab))
        return (
          <Tap
            key={tab}
            role="link"
            chosen={here}
            className={`tab-bar__tab ${here ? 'tab-bar__tab--here' : ''}`}
            onTap={() => !here && go(tab)}
          >
            <Icon name={icons[tab]} />
            {wording.tabs[tab]}
          </Tap>
        )
      })}
    </View>
  )
}
