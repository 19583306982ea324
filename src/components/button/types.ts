import type { ReactNode } from 'react'
import type { IconName } from '../icon'

export interface ButtonProps {
  /** primary: the one red of a screen. secondary: bordered. quiet: words only. */
  look?: 'primary' | 'secondary' | 'quiet'
  size?: 'normal' | 'small'
  block?: boolean
  icon?: IconName
  loading?: boolean
  disabled?: boolean
  /** What a screen reader says; needed when there are no words inside. */
  label?: string
  /** WeChat's own abilities; without meaning in a browser. */
  openType?: 'share' | 'getPhoneNumber' | 'agreePrivacyAuthorization'
  onTap?: () => void
  onPhoneNumber?: (code: string | undefined) => void
  children?: ReactNode
}
