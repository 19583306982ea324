import { View } from '@tarojs/components'
import type { ContactKind } from '../../../../types/hub'
import { Icon } from '../../../components/icon'
import { roleOf } from '../../../components/spoken'
import { Tap } from '../../../components/tap'
import { cardWording as words } from '../card/wording'
import { kindNames } from '../wording'
import './style.scss'

/** What one turns to the host with; what is about the host goes another way. */
const shown: readonly ContactKind[] = ['ask', 'suggest', 'difficulty', 'dispute', 'policy', 'visit']

export function Kinds({ value, onChange }: { value: ContactKind; onChange: (kind: ContactKind) => void }) {
  return (
    <View className="ask-kinds" {...roleOf('radiogroup')} aria-label={words.ask}>
      {shown.map((kind) => (
        <Tap
          key={kind}
          role="radio"
          chosen={kind === value}
          className={`ask-kind ${kind === value ? 'ask-kind--chosen' : ''}`}
          onTap={() => onChange(kind)}
        >
          {kind === value && <Icon name="check" size={16} />}
          {kindNames[kind]}
        </Tap>
      ))}
    </View>
  )
}
