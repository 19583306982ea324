import { useState } from 'react'

/** Uploads as the forms see them: what a person picks lies in the cloud at once, under the next file id. */

interface Item {
  key: string
  name: string
  kind: 'picture' | 'document'
  path: string
  state: 'sending' | 'sent' | 'failed'
  percent: number
  fileId?: number
}

let last = 40
let slow = false
const ends: ((state: 'sent' | 'failed') => void)[] = []
/** Stands in for src/platform/use-uploads. */
export const uploadsModule = {
  useUploads: () => {
    const [items, setItems] = useState<readonly Item[]>([])
    return {
      items,
      fileIds: items.flatMap((item) => item.fileId ?? []),
      sending: items.some((item) => item.state === 'sending'),
      pick: async (kind: Item['kind']) => {
        last += 1
        const item = {
          key: `k${last}`,
          name: `p${last}.jpg`,
          kind,
          path: 'blob:p',
          state: slow ? ('sending' as const) : ('sent' as const),
          percent: slow ? 30 : 100,
        }
        const fileId = last
        setItems((all) => [...all, slow ? item : { ...item, fileId }])
        const end = (state: 'sent' | 'failed') =>
          setItems((all) =>
            all.map((one) => (one.key === item.key ? { ...one, state, ...(state === 'sent' && { fileId }) } : one)),
          )
        if (slow) ends.push(end)
      },
      remove: (key: string) => setItems((all) => all.filter((item) => item.key !== key)),
      retry: () => undefined,
    }
  },
}
/** The id that the next picked file gets. */
export const nextFileId = () => last + 1

/** From now on (until `endUploads`) what is picked stays on its way. */
export const holdUploads = () => {
  slow = true
}
/** What is on its way arrives, or does not. */
export const endUploads = (state: 'sent' | 'failed') => {
  slow = false
  for (const end of ends.splice(0)) end(state)
}
