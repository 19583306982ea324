import type { Instance } from '../engine'
import { domOf, element } from './element'

/** `input` and `textarea`: the browser's own inside WeChat's element. */

interface Writing extends Instance {
  control?: HTMLInputElement | HTMLTextAreaElement
}

const keyboards: Record<string, string> = { number: 'numeric', digit: 'decimal', tel: 'tel' }

function update(writing: Writing): void {
  const { control, data } = writing
  if (!control) return
  const value = String(data.value ?? '')
  if (control.value !== value) control.value = value
  control.placeholder = String(data.placeholder ?? '')
  control.disabled = Boolean(data.disabled)
  // Below nought: as long as one likes.
  const most = Number(data.maxlength)
  if (most >= 0) control.maxLength = most
  else control.removeAttribute('maxlength')
  control.inputMode = keyboards[String(data.type)] ?? 'text'
  if (control instanceof HTMLInputElement) control.type = data.password ? 'password' : 'text'
  grow(writing)
}

/** As high as its words, once it is on the screen. */
function grow({ control, data }: Writing): void {
  if (!control || !data.autoHeight) return
  control.style.height = 'auto'
  if (control.scrollHeight > 0) control.style.height = `${control.scrollHeight}px`
}

const fitted = (type: unknown, value?: unknown) => ({
  type,
  ...(value === undefined ? {} : { value }),
  observer(this: Writing) {
    update(this)
  },
})
const focused = {
  type: Boolean,
  observer(this: Writing, on: boolean) {
    if (on) this.control?.focus()
  },
}

for (const name of ['input', 'textarea'] as const) {
  element<Writing>(name, {
    properties: {
      value: fitted(String),
      placeholder: fitted(String),
      disabled: fitted(Boolean),
      password: fitted(Boolean),
      type: fitted(String, 'text'),
      maxlength: fitted(Number, 140),
      autoHeight: fitted(Boolean),
      focus: focused,
      autoFocus: focused,
    },
    attached() {
      const control = document.createElement(name)
      this.control = control
      domOf(this).append(control)
      update(this)
      if (this.data.focus || this.data.autoFocus) control.focus()
      const tell = (event: string) => {
        grow(this)
        this.triggerEvent(event, { value: control.value, cursor: control.value.length })
      }
      for (const event of ['input', 'focus', 'blur']) control.addEventListener(event, () => tell(event))
      control.addEventListener('keydown', (event) => {
        if ((event as KeyboardEvent).key === 'Enter' && name === 'input') tell('confirm')
      })
    },
  })
}
