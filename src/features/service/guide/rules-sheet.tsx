import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Quiet } from '../../../components/card'
import { Sheet } from '../../../components/sheet'
import { makePhoneCall } from '../../../platform/help-phone'
import type { ItemDetail } from '../shapes'
import { limitWords, guideWording as words } from './wording'

/** Conditions, time limits, legal basis and the window: what stands behind the answer. */
export function RulesSheet({ item, open, onClose }: { item: ItemDetail; open: boolean; onClose: () => void }) {
  const { window } = item
  return (
    <Sheet open={open} title={words.moreTitle} onClose={onClose}>
      <View className="stack">
        {item.conditions.length > 0 && <Part title={words.conditions} lines={item.conditions} />}
        {item.result && <Part title={words.result} lines={[item.result.name, item.result.words ?? '']} />}
        <Part title={words.limits} lines={limitWords(item)} />
        <View>
          <View className="t-strong">{words.basis}</View>
          <View className="stack">
            {item.legalBasis.map((law) => (
              <Quiet key={`${law.title}${law.article ?? ''}`}>
                <View>{[law.title, law.article].filter(Boolean).join(' ')}</View>
                {law.words && <View className="t-note">{law.words}</View>}
              </Quiet>
            ))}
          </View>
        </View>
        {window && (
          <>
            <Part title={words.window} lines={[window.place, window.hours]} />
            <Button look="secondary" block icon="phone" onTap={() => makePhoneCall(window.phone)}>
              {words.callWindow(window.phone)}
            </Button>
          </>
        )}
      </View>
    </Sheet>
  )
}

function Part({ title, lines }: { title: string; lines: readonly string[] }) {
  const said = lines.filter(Boolean)
  if (said.length === 0) return null
  return (
    <View>
      <View className="t-strong">{title}</View>
      {said.map((line) => (
        <View key={line}>{line}</View>
      ))}
    </View>
  )
}
