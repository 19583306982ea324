import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { flushSync } from 'react-dom'
import { roleOf } from '../spoken'

interface TapProps {
  className?: string
  /** What a screen reader says when the words inside are not enough. */
  label?: string
  role?: 'button' | 'link' | 'tab' | 'radio' | 'checkbox' | 'switch'
  /** For tabs, radios, checkboxes and switches, and for the link to the page that is open. */
  chosen?: boolean
  disabled?: boolean
  /** Where it stands on a drawing, pixels from its corner. */
  at?: { x: number; y: number }
  onTap: () => void
}

/**
 * Anything of ours that answers a finger, the Enter key and a screen reader alike. What a tap changes is drawn before
 * the next tap or key is heard, as a browser does it: in WeChat Taro would draw it later, and the next one would begin with what was before.
 */
export function Tap({
  className = '',
  label,
  role = 'button',
  chosen,
  disabled = false,
  at,
  onTap,
  children,
}: PropsWithChildren<TapProps>) {
  const spoken: Record<string, unknown> = {
    ...roleOf(role),
    ...(label ? { 'aria-label': label } : {}),
    ...(disabled ? { 'aria-disabled': true } : {}),
    ...(chosen === undefined ? {} : stateOf(role, chosen)),
    ...(process.env.TARO_ENV === 'h5' ? forKeyboard(disabled, onTap) : {}),
  }
  return (
    <View
      className={`tappable ${className}`}
      hoverClass={disabled ? 'none' : 'tapped'}
      hoverStayTime={80}
      {...(at ? { style: { left: `${at.x}px`, top: `${at.y}px` } } : {})}
      onClick={() => !disabled && flushSync(onTap)}
      {...spoken}
    >
      {children}
    </View>
  )
}

function stateOf(role: TapProps['role'], chosen: boolean): Record<string, unknown> {
  if (role === 'tab') return { 'aria-selected': chosen }
  if (role === 'link') return chosen ? { 'aria-current': 'page' } : {}
  return { 'aria-checked': chosen }
}

function forKeyboard(disabled: boolean, onTap: () => void): Record<string, unknown> {
  return {
    tabIndex: disabled ? -1 : 0,
    onKeyDown: (event: { key?: string; preventDefault(): void }) => {
      if (disabled || (event.key !== 'Enter' && event.key !== ' ')) return
      event.preventDefault()
      onTap()
    },
  }
}
