import type { EngineNode, Instance } from './engine'
import { topPage } from './pages'

/** `wx.createSelectorQuery`, as far as the app and its components ask: where things are, and the node of a canvas. */

interface Rect {
  top: number
  right: number
  bottom: number
  left: number
  width: number
  height: number
}
type Found = Rect | { node: Element | null } | null
type Answer = Found | Found[]

const rectOf = ({ $$ }: EngineNode): Rect => {
  const { top, right, bottom, left, width, height } = $$.getBoundingClientRect()
  return { top, right, bottom, left, width, height }
}
const nodeOf = ({ $$ }: EngineNode) => ({ node: $$.querySelector('canvas') })

export function createSelectorQuery() {
  let root: Instance = topPage().instance
  const asked: (() => Answer)[] = []

  const about = (find: () => EngineNode[], all: boolean) => {
    const tell = (what: (node: EngineNode) => Found) => (heard?: (answer: Answer) => void) => {
      asked.push(() => {
        const found = find().map(what)
        const answer = all ? found : (found[0] ?? null)
        heard?.(answer)
        return answer
      })
      return query
    }
    return { boundingClientRect: tell(rectOf), node: tell(nodeOf) }
  }
  const query = {
    in(instance: Instance) {
      root = instance
      return query
    },
    select: (selector: string) =>
      about(() => [root._exparserNode.shadowRoot.querySelector(selector)].filter((node) => node !== null), false),
    selectAll: (selector: string) => about(() => root._exparserNode.shadowRoot.querySelectorAll(selector), true),
    exec(answer?: (answers: Answer[]) => void) {
      setTimeout(() => {
        const answers = asked.map((ask) => ask())
        answer?.(answers)
      })
    },
  }
  return query
}
