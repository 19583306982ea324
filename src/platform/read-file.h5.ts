import type { ReadFile } from './read-file-types'

/** Lets the person choose one file with one of these endings and reads it. Undefined when they change their mind. */
export function chooseAndRead(endings: readonly string[]): Promise<ReadFile | undefined> {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = endings.map((ending) => `.${ending}`).join(',')
    input.style.display = 'none'
    input.addEventListener('change', () => {
      input.remove()
      const file = input.files?.[0]
      if (!file) return resolve(undefined)
      const reader = new FileReader()
      reader.onload = () => {
        // data:text/csv;base64,… An empty file has nothing after the comma, and some browsers no comma at all.
        const [, base64 = ''] = String(reader.result).split(',')
        resolve({ name: file.name, size: file.size, base64 })
      }
      reader.onerror = () => reject(reader.error)
      reader.readAsDataURL(file)
    })
    input.addEventListener('cancel', () => {
      input.remove()
      resolve(undefined)
    })
    // Safari opens only what is on the page.
    document.body.append(input)
    input.click()
  })
}
