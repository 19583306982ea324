import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { Heading } from '../../../components/heading'
import { type Act, actWording as words } from './wording'

interface PanelProps {
  act: Act
  footer: ReactNode
}

/** One act: what it is, the rule that binds, what to write, and the button that does it. */
export function Panel({ act, footer, children }: PropsWithChildren<PanelProps>) {
  return (
    <View className="act">
      <View className="act__in stack">
        <View>
          <Heading level={2} className="act__title">
            {words.names[act]}
          </Heading>
          <View className="t-note">{words.notes[act]}</View>
        </View>
        {children}
      </View>
      <View className="act__foot">{footer}</View>
    </View>
  )
}
