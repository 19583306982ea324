import { type RefObject, useEffect } from 'react'

/**
 * Gives elements inside a react-vant control what it does not pass on: names and states for a screen reader.
 * @param box what is around the control
 * @param describe answers the attributes of the element with that number among those that match; undefined takes one away
 */
export function useDescriptionInside(
  box: RefObject<HTMLElement>,
  selector: string,
  describe: (index: number) => Readonly<Record<string, string | undefined>>,
): void {
  // After every render: the control draws its own attributes again when its own state changes.
  useEffect(() => {
    box.current?.querySelectorAll(selector).forEach((element, index) => {
      for (const [name, value] of Object.entries(describe(index))) {
        if (value === undefined) element.removeAttribute(name)
        else element.setAttribute(name, value)
      }
    })
  })
}

/** Lets Enter and the space bar do what a click does, on controls that only know fingers. */
export function pressesByKey(event: { key: string; target: EventTarget; preventDefault(): void }): void {
  if (event.key !== 'Enter' && event.key !== ' ') return
  event.preventDefault()
  if (event.target instanceof HTMLElement) event.target.click()
}
