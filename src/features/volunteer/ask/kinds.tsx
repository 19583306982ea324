import { View } from '@tarojs/components'
import { useState } from 'react'
import { type HelpKind, helpKinds } from '../../../../types/volunteer'
import { Icon } from '../../../components/icon'
import { roleOf } from '../../../components/spoken'
import { Tap } from '../../../components/tap'
import { kindIcons, kindNames } from '../wording'
import './style.scss'
import { askWording as words } from './wording'

/** What is asked for most. */
const common: readonly HelpKind[] = ['escort', 'errand', 'lift', 'repair', 'phone', 'company']
const all: readonly HelpKind[] = [...common, ...helpKinds.filter((kind) => !common.includes(kind))]

interface KindsProps {
  value: HelpKind | ''
  onChange: (kind: HelpKind) => void
}

/** Kinds of help as large tiles; the less common ones behind one more tap. */
export function Kinds({ value, onChange }: KindsProps) {
  const [more, setMore] = useState(value !== '' && !common.includes(value))
  return (
    <View>
      <View className="kinds" {...roleOf('radiogroup')} aria-label={words.what}>
        {(more ? all : common).map((kind) => (
          <Tap
            key={kind}
            role="radio"
            chosen={kind === value}
            className={`kind ${kind === value ? 'kind--chosen' : ''}`}
            onTap={() => onChange(kind)}
          >
            <Icon name={kindIcons[kind]} size={32} />
            <View>{kindNames[kind]}</View>
          </Tap>
        ))}
      </View>
      <Tap className="kinds__more" onTap={() => setMore(!more)}>
        {more ? words.fewer : words.more}
        {!more && <Icon name="down" size={16} />}
      </Tap>
    </View>
  )
}
