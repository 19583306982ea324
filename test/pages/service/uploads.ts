import { useState } from 'react'

/** Uploads as the forms see them: what a person picks lies in the cloud at once, under the next file id. */

interface Item {
  key: string
  name: string
  kind: 'picture' | 'document'
  path: string
  state: 'sent'
  percent: number
  fileId: number
}

let last = 40
/** Stands in for src/platform/use-uploads. */
export const uploadsModule = {
  useUploads: () => {
    const [items, setItems] = useState<readonly Item[]>([])
    return {
      items,
      fileIds: items.map((item) => item.fileId),
      sending: false,
      pick: async (kind: Item['kind']) => {
        last += 1
        const item = {
          key: `k${last}`,
          name: `p${last}.jpg`,
          kind,
          path: 'blob:p',
          state: 'sent' as const,
          percent: 100,
        }
        setItems([...items, { ...item, fileId: last }])
      },
      remove: (key: string) => setItems(items.filter((item) => item.key !== key)),
      retry: () => undefined,
    }
  },
}
/** The id that the next picked file gets. */
export const nextFileId = () => last + 1
