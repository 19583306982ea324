/** A browser makes a click of every tap, a moment later, and of whatever lies there by then. On a phone there is none. */

let touched: EventTarget | null = null

document.addEventListener('touchstart', (event) => (touched = event.target), true)
document.addEventListener(
  'click',
  (event) => {
    if (touched && event.target !== touched) {
      event.stopImmediatePropagation()
      event.preventDefault()
    }
    touched = null
  },
  true,
)
