import type { Instance } from '../engine'
import { askFromBelow } from '../overlay'
import { element } from './element'

/** The phone's own wheels. A test sets the browser's control in their place and taps 确定. */

function wheelOf(data: Instance['data']): HTMLInputElement | HTMLSelectElement {
  if (data.mode === 'selector') {
    const select = document.createElement('select')
    const range = (data.range ?? []) as (string | Record<string, unknown>)[]
    for (const [index, entry] of range.entries()) {
      const words = typeof entry === 'string' ? entry : String(entry[String(data.rangeKey)])
      select.add(new Option(words, String(index)))
    }
    select.value = String(data.value ?? 0)
    return select
  }
  if (data.mode !== 'date' && data.mode !== 'time') throw new Error(`picker mode ${data.mode} is not imitated`)
  const input = document.createElement('input')
  input.type = data.mode
  // A day before the first or after the last one is not on the wheel.
  input.min = String(data.start ?? '')
  input.max = String(data.end ?? '')
  input.value = String(data.value ?? '') || (data.mode === 'date' ? input.min : '00:00')
  return input
}

element('picker', {
  properties: {
    mode: { type: String, value: 'selector' },
    value: { type: null },
    range: { type: Array },
    rangeKey: { type: String },
    start: { type: String },
    end: { type: String },
    disabled: { type: Boolean },
  },
  attached() {
    this._exparserNode.addListener('tap', async () => {
      if (this.data.disabled) return
      const wheel = wheelOf(this.data)
      if ((await askFromBelow(wheel)) && wheel.checkValidity()) this.triggerEvent('change', { value: wheel.value })
      else this.triggerEvent('cancel')
    })
  },
})
