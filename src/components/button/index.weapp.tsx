import { View } from '@tarojs/components'
import { Icon } from '../icon'
import './style.scss'
import type { ButtonProps } from './types'

/** A button, from Vant. Every attribute gets a defined value: an undefined one would arrive as "undefined". */
export function Button({
  look = 'primary',
  size = 'normal',
  block = false,
  icon,
  loading = false,
  disabled = false,
  label = '',
  openType,
  onTap,
  onPhoneNumber,
  children,
}: ButtonProps) {
  return (
    <View
      className={`button button--${look} button--${size} ${block ? 'button--block' : ''} ${children ? '' : 'button--icon'}`}
      aria-label={label}
    >
      <van-button
        type={look === 'primary' ? 'primary' : 'default'}
        size={size}
        block={block}
        loading={loading}
        loading-text={typeof children === 'string' ? children : ''}
        disabled={disabled}
        open-type={openType ?? ''}
        custom-class="button__body"
        onClick={() => onTap?.()}
        onGetphonenumber={(event: { detail: { code?: string } }) => onPhoneNumber?.(event.detail.code)}
        onAgreeprivacyauthorization={() => onTap?.()}
      >
        <View className="button__words">
          {icon && <Icon name={icon} size={children ? 20 : 24} />}
          {children}
        </View>
      </van-button>
    </View>
  )
}
