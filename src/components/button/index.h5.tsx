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
    <View
      className={`button button--${look} button--${size} ${block ? 'button--block' : ''} ${children ? '' : 'button--icon'}`}
    >
      <VantButton
        type={look === 'primary' ? 'primary' : 'default'}
        size={size}
        block={block}
        loading={loading}
        loadingText={typeof children === 'string' ? children : ''}
        disabled={disabled}
        nativeType="button"
        className="button__body"
        aria-label={label}
        aria-busy={loading}
        onClick={() => onTap?.()}
      >
        <View className="button__words">
          {icon && <Icon name={icon} size={children ? 20 : 24} />}
          {children}
        </View>
      </VantButton>
    </View>
  )
}
