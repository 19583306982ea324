/** What WeChat lays over a page: a toast, a question, a wheel from below. */

function layer(className: string, ...children: (Node | string)[]): HTMLElement {
  const box = document.createElement('div')
  box.className = className
  box.append(...children)
  return box
}

let toast: HTMLElement | undefined

/** A word that goes by itself after `durationMs`; a new one takes the place of the last. */
export function showToast(title: string, durationMs: number): void {
  toast?.remove()
  const shown = layer('host-toast', title)
  shown.role = 'status'
  document.body.append(shown)
  toast = shown
  setTimeout(() => shown.remove(), durationMs)
}

interface Question {
  title?: string
  content?: string
  confirmText?: string
  cancelText?: string
  showCancel?: boolean
}

/** Asks in the middle of the screen; true for yes. */
export function ask({
  title = '',
  content = '',
  confirmText = '确定',
  cancelText = '取消',
  showCancel = true,
}: Question): Promise<boolean> {
  const words = [title, content].filter((text) => text !== '').map((text) => layer('host-question-words', text))
  return answered('host-question', words, [...(showCancel ? [cancelText] : []), confirmText], confirmText)
}

/** A control that rises from below with 取消 and 确定; true when it was confirmed. */
export function askFromBelow(control: HTMLElement): Promise<boolean> {
  return answered('host-wheel', [control], ['取消', '确定'], '确定')
}

function answered(className: string, children: Node[], choices: readonly string[], yes: string): Promise<boolean> {
  return new Promise((resolve) => {
    const buttons = choices.map((choice) => {
      const button = document.createElement('button')
      button.textContent = choice
      button.addEventListener('click', () => {
        shade.remove()
        resolve(choice === yes)
      })
      return button
    })
    const dialog = layer(className, ...children, layer('host-choices', ...buttons))
    dialog.role = 'dialog'
    const shade = layer('host-shade', dialog)
    document.body.append(shade)
  })
}
