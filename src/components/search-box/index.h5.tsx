import { useRef } from 'react'
import { useKeys } from '../../platform/use-keys'
import { Icon } from '../icon'
import { KeyName } from '../key-name'
import './style.scss'
import type { SearchBoxProps } from './types'

/** A line to search with. Its key jumps to it, Escape leaves it. */
export function SearchBox({ label, value, keyName, onChange }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  useKeys(keyName ? { [keyName]: () => input.current?.focus() } : {})
  return (
    <div className="search-box">
      <Icon name="search" size={20} />
      <input
        ref={input}
        className="search-box__input"
        type="search"
        value={value}
        aria-label={label}
        placeholder={label}
        maxLength={40}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      {keyName && <KeyName>{keyName}</KeyName>}
    </div>
  )
}
