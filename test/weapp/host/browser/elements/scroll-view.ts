import type { Instance } from '../engine'
import { domOf, element } from './element'

const scrolls = (axis: 'overflowX' | 'overflowY') => ({
  type: Boolean,
  observer(this: Instance, on: boolean) {
    domOf(this).style[axis] = on ? 'auto' : 'hidden'
  },
})
const position = (side: 'scrollTop' | 'scrollLeft') => ({
  type: Number,
  observer(this: Instance, px: number) {
    domOf(this)[side] = px
  },
})

element('scroll-view', {
  properties: {
    scrollX: scrolls('overflowX'),
    scrollY: scrolls('overflowY'),
    scrollTop: position('scrollTop'),
    scrollLeft: position('scrollLeft'),
  },
  attached() {
    const box = domOf(this)
    box.addEventListener('scroll', () => {
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = box
      this.triggerEvent('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth })
    })
  },
})
