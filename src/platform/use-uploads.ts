import Taro from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { CallFailed } from './client'
import { newRequestId } from './env'
import { forgetPicked, pickDocuments, pickPictures } from './pick-file'
import type { Picked } from './pick-file-types'
import { wordsOf } from './say'
import { sendFile } from './upload'

/** One file of a form, from being chosen to lying in the cloud. */
export interface Upload {
  /** Tells the files of one form apart. */
  key: string
  name: string
  kind: 'picture' | 'document'
  /** Shows it on this phone. */
  path: string
  state: 'sending' | 'sent' | 'failed'
  /** 0 to 100. */
  percent: number
  /** Present once it lies in the cloud. */
  fileId?: number
  /** Why it failed, for the person. */
  words?: string
  /** Failed for the network's sake: it is sent by itself when that is back. */
  waits?: boolean
}

export interface Uploads {
  items: readonly Upload[]
  /** Ids of all files that have arrived, in the order chosen. */
  fileIds: number[]
  /** Something is still on its way. */
  sending: boolean
  pick(kind: 'picture' | 'document', most: number): Promise<void>
  remove(key: string): void
  retry(key: string): void
}

/**
 * The files of a form: chosen, sent one after the other, shown with their progress, tried again when the network comes back. Leaving the
 * page ends it; what has arrived stays in the cloud for a month, to be handed in again.
 */
export function useUploads(): Uploads {
  const [items, setItems] = useState<readonly Upload[]>([])
  const picked = useRef(new Map<string, Picked>())
  // One after the other: a weak network carries one file sooner than three.
  const line = useRef<Promise<unknown>>(Promise.resolve())

  const change = useCallback((key: string, next: Partial<Upload>) => {
    setItems((all) => all.map((item) => (item.key === key ? { ...item, ...next } : item)))
  }, [])

  const send = useCallback(
    (key: string) => {
      change(key, { state: 'sending', percent: 0, words: undefined, waits: false })
      line.current = line.current.then(async () => {
        const file = picked.current.get(key)
        if (!file) return // taken away while it waited
        try {
          const fileId = await sendFile(file, { onProgress: (percent) => change(key, { percent }) })
          change(key, { state: 'sent', percent: 100, fileId })
        } catch (error) {
          change(key, { state: 'failed', words: wordsOf(error), waits: !(error instanceof CallFailed) })
        }
      })
    },
    [change],
  )

  const latest = useRef(items)
  latest.current = items
  useEffect(() => {
    const back = ({ isConnected }: { isConnected: boolean }) => {
      if (isConnected) for (const item of latest.current) if (item.waits) send(item.key)
    }
    Taro.onNetworkStatusChange(back)
    const kept = picked.current
    return () => {
      Taro.offNetworkStatusChange(back)
      for (const file of kept.values()) forgetPicked(file)
      kept.clear()
    }
  }, [send])

  return {
    items,
    fileIds: items.flatMap(({ fileId }) => (fileId === undefined ? [] : [fileId])),
    sending: items.some(({ state }) => state === 'sending'),
    async pick(kind, most) {
      const files = await (kind === 'picture' ? pickPictures(most) : pickDocuments(most))
      for (const file of files.slice(0, most)) {
        const key = newRequestId()
        picked.current.set(key, file)
        const { name, path } = file
        setItems((all) => [...all, { key, name, path, kind, state: 'sending', percent: 0 }])
        send(key)
      }
    },
    remove(key) {
      const file = picked.current.get(key)
      if (file) forgetPicked(file)
      picked.current.delete(key)
      setItems((all) => all.filter((item) => item.key !== key))
    },
    retry: send,
  }
}
