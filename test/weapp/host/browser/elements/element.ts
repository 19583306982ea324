import { engine, type Instance } from '../engine'

/** WeChat's own elements, as components of its engine: each is a `wx-…` element in the browser. */

type Observer<E extends Instance> = (this: E, value: never) => void
interface Property<E extends Instance> {
  type: unknown
  value?: unknown
  observer?: Observer<E>
}

interface ElementDefinition<E extends Instance> {
  properties?: Record<string, Property<E>>
  /** Called when the element is in the page. */
  attached?: (this: E) => void
}

/** The element in the browser. */
export const domOf = (instance: Instance): HTMLElement => instance._exparserNode.$$

// WeChat's name of an attribute, and the browser's.
const spoken = {
  'aria-role': 'role',
  'aria-label': 'aria-label',
  'aria-hidden': 'aria-hidden',
  'aria-checked': 'aria-checked',
  'aria-selected': 'aria-selected',
  'aria-disabled': 'aria-disabled',
}

const camelCase = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** What a screen reader hears is an attribute in the browser too. */
const spokenProperties = Object.fromEntries(
  Object.entries(spoken).map(([name, attribute]) => [
    camelCase(name),
    {
      type: null,
      observer(this: Instance, value: unknown) {
        const empty = value === undefined || value === null || value === ''
        if (empty) domOf(this).removeAttribute(attribute)
        else domOf(this).setAttribute(attribute, String(value))
      },
    },
  ]),
)

/** Makes an element known under its name in WXML. */
export function element<E extends Instance = Instance>(name: string, definition: ElementDefinition<E> = {}): void {
  engine.register({
    id: name,
    tagName: `wx-${name}`,
    template: '<slot/>',
    properties: { ...spokenProperties, ...definition.properties },
    attached: definition.attached,
  })
}
