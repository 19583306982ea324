import { View } from '@tarojs/components'
import { Button as VantButton } from 'react-vant'
import { Icon } from '../icon'
import './style.scss'
import type { ButtonProps } from './types'

/** A button, from Vant. */
export function Button({
  look = 'primary',
  size = 'normal',
  block = false,
  icon,
  loading = false,
  disabled = false,
  label,
  onTap,
  children,
}: ButtonProps) {
  return (
    <View className={`button button--${look} button--${size} ${block ? 'button--block' : ''}`}>
      <VantButton
        type={look === 'primary' ? 'primary' : 'default'}
        size={size}
        block={block}
        loading={loading}
        disabled={disabled}
        nativeType="button"
        className="button__body"
        aria-label={label}
        onClick={() => onTap?.()}
      >
        <View className="button__words">
          {icon && <Icon name={icon} size={20} />}
          {children}
        </View>
      </VantButton>
    </View>
  )
}
