import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { useElderMode } from '../../platform/elder-mode'
import { makePhoneCall, useHelpPhone } from '../../platform/help-phone'
import { goBack, goHome } from '../../platform/routes'
import { navBar } from '../../platform/window'
import { Button } from '../button'
import { Heading } from '../heading'
import { Icon } from '../icon'
import { MessagePrompt } from '../message-prompt'
import { landmark } from '../spoken'
import { TabBar } from '../tab-bar'
import { Tap } from '../tap'
import { componentWording as wording } from '../wording'
import './style.scss'

interface ShellProps {
  title?: string
  /** What stands in the title bar instead of a title (home: my community). */
  head?: ReactNode
  /** One of the four tab pages: no way back, and in elder mode the help bar instead of the tab bar. */
  tab?: boolean
  /** A drawing behind the title bar. */
  hero?: ReactNode
  /** The bar at the bottom: at most three things. */
  bar?: ReactNode
  /** Staff desks use the width of a large screen. */
  wide?: boolean
}

/** The height of what is tapped in the title bar in elder mode; it reaches above the capsule, so that both are on one line. */
const elderTarget = 60

/** Every page: title bar, content, bar at the bottom, and elder mode on all of it. */
export function Shell({
  title = '',
  head,
  tab = false,
  hero,
  bar,
  wide = false,
  children,
}: PropsWithChildren<ShellProps>) {
  const elder = useElderMode({ hideTabBar: tab && process.env.TARO_ENV === 'weapp' })
  const helpPhone = useHelpPhone()
  const { top, height, right } = navBar()
  const above = elder ? Math.max(0, top - Math.max(0, elderTarget - height) / 2) : top
  const help = tab && elder && helpPhone !== null
  return (
    <View
      className={`shell ${elder ? 'elder' : ''} ${hero ? 'shell--hero' : ''} ${wide ? 'shell--wide' : ''} ${bar || help ? 'shell--bar' : ''} ${tab && !elder ? 'shell--tabs' : ''}`}
    >
      {hero && <View className="shell__hero">{hero}</View>}
      <View
        className="shell__nav"
        {...landmark('banner')}
        style={{ paddingTop: `${above}px`, minHeight: `${height}px`, paddingRight: `${right}px` }}
      >
        {!tab && (
          <Tap className="shell__back" label={wording.back} onTap={goBack}>
            <Icon name="back" />
          </Tap>
        )}
        {tab && elder && !head && (
          <Tap className="shell__back" label={wording.goHome} onTap={goHome}>
            <Icon name="home" />
          </Tap>
        )}
        {head ??
          (title && (
            <Heading level={1} className="shell__title">
              {title}
            </Heading>
          ))}
        {elder && !help && helpPhone !== null && (
          <Tap className="shell__help" label={wording.callForHelp} onTap={() => makePhoneCall(helpPhone)}>
            <Icon name="phone" />
          </Tap>
        )}
      </View>
      <View className="shell__body" {...landmark('main')}>
        {children}
      </View>
      {bar && (
        <View className="shell__bar" {...landmark('contentinfo')}>
          {bar}
        </View>
      )}
      <MessagePrompt />
      {tab && !elder && <TabBar />}
      {help && (
        <View className="shell__bar" {...landmark('contentinfo')}>
          <Button look="secondary" block icon="phone" onTap={() => makePhoneCall(helpPhone)}>
            {wording.callForHelp}
          </Button>
        </View>
      )}
    </View>
  )
}
