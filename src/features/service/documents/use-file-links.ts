import { useEffect, useState } from 'react'
import { client } from '../../../platform/client'
import { say, wordsOf } from '../../../platform/say'
import { fileUrl } from '../../../platform/upload'
import type { KeptFile } from '../apply/kept-form'
import { openFile } from './open-file'

/** Addresses of my files in the cloud. Each lives ten minutes, so none is kept with the draft. */
export function useFileLinks(files: readonly KeptFile[]) {
  const [links, setLinks] = useState<ReadonlyMap<number, string>>(new Map())
  const pictures = files.filter((file) => file.mimeType.startsWith('image/')).map((file) => file.fileId)
  const wanted = pictures.filter((fileId) => !links.has(fileId)).join()
  useEffect(() => {
    if (wanted === '') return
    let gone = false
    const ids = wanted.split(',').map(Number)
    void Promise.all(
      ids.map(async (fileId) => {
        const answer = await client.files.link({ fileId }).catch(() => undefined) // a tile without a picture
        return [fileId, answer?.ok ? fileUrl(answer.value.url) : ''] as const
      }),
    ).then((found) => !gone && setLinks((before) => new Map([...before, ...found])))
    return () => {
      gone = true
    }
  }, [wanted])

  const open = async (fileId: number) => {
    const file = files.find((one) => one.fileId === fileId)
    if (!file) return
    try {
      const answer = await client.files.link({ fileId })
      if (answer.ok) await openFile([{ url: answer.value.url, mimeType: file.mimeType }])
    } catch (error) {
      say(wordsOf(error))
    }
  }
  return { links, open }
}
