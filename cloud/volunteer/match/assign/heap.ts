/**
 * Nodes waiting in the order of a lexicographic key (hi, lo): a binary heap in typed arrays that grow. A node whose key falls is pushed
 * again; whoever pops compares the key with the node's label and drops what is out of date (lazy deletion).
 */
export interface Heap {
  hi: Float64Array
  lo: Float64Array
  node: Int32Array
  size: number
}

export const newHeap = (capacity = 1024): Heap => ({
  hi: new Float64Array(capacity),
  lo: new Float64Array(capacity),
  node: new Int32Array(capacity),
  size: 0,
})

/** Adds a node; O(log n). */
export function push(heap: Heap, node: number, hi: number, lo: number): void {
  if (heap.size === heap.node.length) grow(heap)
  const { hi: his, lo: los, node: nodes } = heap
  let at = heap.size++
  while (at > 0) {
    const up = (at - 1) >> 1
    const upHi = his[up] as number
    if (upHi < hi || (upHi === hi && (los[up] as number) <= lo)) break
    his[at] = upHi
    los[at] = los[up] as number
    nodes[at] = nodes[up] as number
    at = up
  }
  his[at] = hi
  los[at] = lo
  nodes[at] = node
}

/** Drops the least entry; O(log n). Its key and node are read from place 0 before. */
export function pop(heap: Heap): void {
  const { hi: his, lo: los, node: nodes } = heap
  const last = --heap.size
  if (last === 0) return
  const hi = his[last] as number
  const lo = los[last] as number
  const node = nodes[last] as number
  let at = 0
  for (;;) {
    let down = 2 * at + 1
    if (down >= last) break
    const other = down + 1
    if (
      other < last &&
      ((his[other] as number) < (his[down] as number) ||
        (his[other] === his[down] && (los[other] as number) < (los[down] as number)))
    )
      down = other
    const downHi = his[down] as number
    if (hi < downHi || (hi === downHi && lo <= (los[down] as number))) break
    his[at] = downHi
    los[at] = los[down] as number
    nodes[at] = nodes[down] as number
    at = down
  }
  his[at] = hi
  los[at] = lo
  nodes[at] = node
}

function grow(heap: Heap): void {
  const longer = newHeap(heap.node.length * 2)
  longer.hi.set(heap.hi)
  longer.lo.set(heap.lo)
  longer.node.set(heap.node)
  heap.hi = longer.hi
  heap.lo = longer.lo
  heap.node = longer.node
}
