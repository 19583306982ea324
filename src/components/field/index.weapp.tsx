import { Text, View } from '@tarojs/components'
import { componentWording } from '../wording'
import './style.scss'
import type { FieldProps } from './types'

const native = { text: 'text', number: 'digit', textarea: 'textarea', password: 'password', tel: 'number' } as const

/** A text field: the label above, the mistake under it. From Vant. */
export function Field({
  label,
  value,
  problem = '',
  hint = '',
  placeholder = '',
  type = 'text',
  required = false,
  focus = false,
  most = -1,
  disabled = false,
  onChange,
  onLeave,
}: FieldProps) {
  return (
    <View className={`field ${problem ? 'field--wrong' : ''}`}>
      <Text className="field__label">
        {label}
        {!required && <Text className="t-hint">{componentWording.optional}</Text>}
      </Text>
      <View className="field__box">
        <van-field
          value={value}
          type={native[type]}
          placeholder={placeholder}
          maxlength={most}
          disabled={disabled}
          focus={focus}
          autosize={type === 'textarea' ? { minHeight: 72 } : false}
          border={false}
          label=""
          custom-class="field__input"
          onChange={(event: { detail: string }) => onChange(event.detail)}
          onBlur={() => onLeave?.()}
        />
      </View>
      {problem ? <Text className="t-late">{problem}</Text> : hint ? <Text className="t-hint">{hint}</Text> : null}
    </View>
  )
}
