import { Text, View } from '@tarojs/components'
import { useEffect, useId, useRef } from 'react'
import { Input, type InputInstance, type TextAreaInstance } from 'react-vant'
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
  focus = false,
  most,
  disabled = false,
  onChange,
  onLeave,
}: FieldProps) {
  const input = useRef<InputInstance & TextAreaInstance>(null)
  const underId = useId()
  const under = problem || hint

  // Vant's input takes neither a name nor a state for a screen reader.
  useEffect(() => {
    const element = input.current?.nativeElement
    if (!element) return
    element.setAttribute('aria-label', label)
    element.setAttribute('aria-invalid', String(problem !== ''))
    element.setAttribute('aria-required', String(required))
    if (under) element.setAttribute('aria-describedby', underId)
    else element.removeAttribute('aria-describedby')
  })
  useEffect(() => {
    if (!focus) return
    const { current } = input
    current?.focus()
    // The browser thinks that what lies under the bars of the page is in sight.
    current?.nativeElement?.scrollIntoView?.({ block: 'center' })
  }, [focus])

  const shared = {
    ref: input,
    value,
    placeholder,
    disabled,
    onChange,
    onBlur: () => onLeave?.(),
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
          <Input {...shared} type={type} />
        )}
      </View>
      {under ? (
        <Text id={underId} className={problem ? 't-late' : 't-hint'}>
          {under}
        </Text>
      ) : null}
    </View>
  )
}
