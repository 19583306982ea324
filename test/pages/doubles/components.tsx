// @tarojs/components as plain DOM: what a person can read, focus and press, without web components or a mini program.
import {
  createElement,
  type FormEvent,
  Fragment,
  forwardRef,
  type HTMLAttributes,
  type KeyboardEvent,
  type ReactElement,
  type Ref,
  useEffect,
  useRef,
} from 'react'

type Listener = (event: CustomEvent) => void

/** Attributes that only a mini program understands; React would warn about them on a DOM node. */
const nativeOnly = [
  'enableFlex',
  'enhanced',
  'hoverClass',
  'hoverStartTime',
  'hoverStayTime',
  'lazyLoad',
  'lowerThreshold',
  'mode',
  'refresherBackground',
  'refresherEnabled',
  'refresherThreshold',
  'refresherTriggered',
  'scrollIntoView',
  'scrollTop',
  'scrollWithAnimation',
  'scrollX',
  'scrollY',
  'showMenuByLongpress',
  'showScrollbar',
  'userSelect',
] as const

/** Events of Taro without a namesake in the DOM: a test fires them as `new CustomEvent('scrolltolower', { detail })`. */
const nativeEvents = [
  'onChooseAvatar',
  'onAgreePrivacyAuthorization',
  'onGetPhoneNumber',
  'onRefresherRefresh',
  'onScrollToLower',
] as const

type NativeProps = { [name in (typeof nativeOnly)[number]]?: unknown } & {
  [name in (typeof nativeEvents)[number]]?: Listener
}

type BoxProps = HTMLAttributes<HTMLElement> & NativeProps & { openType?: string; nativeProps?: Record<string, unknown> }

function withoutNative(props: BoxProps): HTMLAttributes<HTMLElement> {
  const known: Record<string, unknown> = { ...props }
  for (const name of [...nativeOnly, ...nativeEvents, 'openType', 'nativeProps']) delete known[name]
  return known
}

function useNativeEvents(props: BoxProps) {
  const node = useRef<HTMLElement | null>(null)
  const latest = useRef(props)
  latest.current = props
  useEffect(() => {
    const element = node.current
    if (!element) return
    const listeners = nativeEvents.map((name) => {
      const listener = (event: Event) => latest.current[name]?.(event as CustomEvent)
      element.addEventListener(name.slice(2).toLowerCase(), listener)
      return () => element.removeEventListener(name.slice(2).toLowerCase(), listener)
    })
    return () => {
      for (const stop of listeners) stop()
    }
  }, [])
  return node
}

function fill(ref: Ref<HTMLElement>, node: HTMLElement | null): void {
  if (typeof ref === 'function') ref(node)
  else if (ref) Object.assign(ref, { current: node })
}

function box(tag: string, more: (props: BoxProps) => Record<string, unknown> = () => ({})) {
  return forwardRef<HTMLElement, BoxProps>((props, ref): ReactElement => {
    const node = useNativeEvents(props)
    const attach = (element: HTMLElement | null) => {
      node.current = element
      fill(ref, element)
    }
    return createElement(tag, { ...withoutNative(props), ...more(props), ref: attach })
  })
}

export const View = box('div')
export const ScrollView = box('div')
export const Text = box('span')
export const Form = box('form')
export const Label = box('label')
export const Slot = box('div')
export const Swiper = box('div')
export const SwiperItem = box('div')
export const RichText = box('div')
export const Image = box('img', (props) => props.nativeProps ?? {})
export const Button = box('button', (props) => ({ type: 'button', 'data-open-type': props.openType }))
export const Block = Fragment

interface TypedEvent {
  detail: { value: string }
}

interface TextProps extends Omit<BoxProps, 'onInput' | 'onBlur' | 'onFocus'> {
  value?: string
  placeholder?: string
  maxlength?: number
  placeholderClass?: string
  autoHeight?: boolean
  cursorSpacing?: number
  adjustPosition?: boolean
  confirmType?: string
  type?: string
  focus?: boolean
  onInput?: (event: TypedEvent) => void
  onBlur?: (event: TypedEvent) => void
  onFocus?: (event: TypedEvent) => void
  onConfirm?: (event: TypedEvent) => void
}

const typed = (event: FormEvent<HTMLElement>): TypedEvent => ({
  detail: { value: (event.currentTarget as HTMLInputElement).value },
})

function textBox(tag: 'input' | 'textarea', props: TextProps): ReactElement {
  const { maxlength, onInput, onBlur, onFocus, onConfirm, focus, type, ...rest } = props
  const { placeholderClass, autoHeight, cursorSpacing, adjustPosition, confirmType, ...attributes } = rest
  return createElement(tag, {
    ...withoutNative(attributes),
    ...(maxlength !== undefined && maxlength > 0 ? { maxLength: maxlength } : {}),
    ...(tag === 'input' ? { type: type === 'password' ? 'password' : 'text' } : {}),
    autoFocus: focus,
    onChange: (event: FormEvent<HTMLElement>) => onInput?.(typed(event)),
    onBlur: (event: FormEvent<HTMLElement>) => onBlur?.(typed(event)),
    onFocus: (event: FormEvent<HTMLElement>) => onFocus?.(typed(event)),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key === 'Enter') onConfirm?.(typed(event))
    },
  })
}

export const Input = (props: TextProps) => textBox('input', props)
export const Textarea = (props: TextProps) => textBox('textarea', props)

interface PickerProps extends Omit<BoxProps, 'onChange'> {
  range?: readonly string[]
  value?: number | string
  start?: string
  end?: string
  onChange?: (event: { detail: { value: number | string } }) => void
}

/** A list picker is a `<select>`; a date or time picker is the browser's own control. */
export function Picker({ range, value, start, end, onChange, children, ...props }: PickerProps): ReactElement {
  const label = props['aria-label']
  if (props.mode === 'date' || props.mode === 'time')
    return (
      <label>
        {children}
        <input
          aria-label={label}
          type={String(props.mode)}
          value={String(value ?? '')}
          min={start}
          max={end}
          onChange={(event) => onChange?.({ detail: { value: event.currentTarget.value } })}
        />
      </label>
    )
  return (
    <label>
      {children}
      <select
        aria-label={label}
        value={Number(value ?? 0)}
        onChange={(event) => onChange?.({ detail: { value: Number(event.currentTarget.value) } })}
      >
        {(range ?? []).map((name, index) => (
          <option key={name} value={index}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
