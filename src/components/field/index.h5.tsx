import { Text, View } from '@tarojs/components'
import { useId } from 'react'
import { Input } from 'react-vant'
import { componentWording } from '../wording'
import './style.scss'
import type { FieldProps } from './types'

/** A text field: the label above, the mistake under it. From Vant. */
export function Field({
  label,
  value,
  problem = '',
  hint = '',
  placeholder = '',
  type = 'text',
  required = false,
  most,
  disabled = false,
  onChange,
  onLeave,
}: FieldProps) {
  const id = useId()
  const shared = {
    id,
    value,
    placeholder,
    disabled,
    onChange,
    onBlur: () => onLeave?.(),
    'aria-label': label,
    'aria-invalid': problem !== '',
    ...(most ? { maxLength: most } : {}),
  }
  return (
    <View className={`field ${problem ? 'field--wrong' : ''}`}>
      <Text className="field__label">
        {label}
        {!required && <Text className="t-hint">{componentWording.optional}</Text>}
      </Text>
      <View className="field__box">
        {type === 'textarea' ? (
          <Input.TextArea {...shared} autoSize={{ minHeight: 72 }} />
        ) : (
          <Input {...shared} type={type === 'number' ? 'number' : type} />
        )}
      </View>
      {problem ? <Text className="t-late">{problem}</Text> : hint ? <Text className="t-hint">{hint}</Text> : null}
    </View>
  )
}
