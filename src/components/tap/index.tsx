import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { roleOf } from '../spoken'

interface TapProps {
  className?: string
  /** What a screen reader says when the words inside are not enough. */
  label?: string
  role?: 'button' | 'link' | 'tab' | 'radio' | 'checkbox'
  /** For tabs, radios and checkboxes. */
  chosen?: boolean
  disabled?: boolean
  onTap: () => void
}

/** Anything of ours that answers a finger, the Enter key and a screen reader alike. */
export function Tap({
  className = '',
  label,
  role = 'button',
  chosen,
  disabled = false,
  onTap,
  children,
}: PropsWithChildren<TapProps>) {
  const state = chosen === undefined ? {} : role === 'tab' ? { 'aria-selected': chosen } : { 'aria-checked': chosen }
  const spoken: Record<string, unknown> = {
    ...roleOf(role),
    ...(process.env.TARO_ENV === 'h5' ? { tabIndex: disabled ? -1 : 0 } : {}),
    ...(label ? { 'aria-label': label } : {}),
    ...(disabled ? { 'aria-disabled': true } : {}),
    ...state,
    onKeyDown: (event: { key?: string; preventDefault(): void }) => {
      if (disabled || (event.key !== 'Enter' && event.key !== ' ')) return
      event.preventDefault()
      onTap()
    },
  }
  return (
    <View
      className={`tappable ${className}`}
      hoverClass={disabled ? 'none' : 'tapped'}
      hoverStayTime={80}
      onClick={() => !disabled && onTap()}
      {...spoken}
    >
      {children}
    </View>
  )
}
