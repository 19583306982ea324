import { useEffect, useRef } from 'react'
import { Uploader, type UploadItem } from '../../../components/uploader'
import { useUploads } from '../../../platform/use-uploads'
import type { KeptFile } from '../apply/kept-form'
import { useFileLinks } from './use-file-links'
import type { OnTheWay } from './use-on-the-way'
import { documentsWording as words } from './wording'

interface UploadAreaProps {
  most: number
  files: readonly KeptFile[]
  onChange: (files: readonly KeptFile[]) => void
  /** Hears how many are still on their way, and that none is any more when this goes. */
  onWay: (now: OnTheWay) => void
}

/** The files of one document: those that lie in the cloud already, and those on their way there. */
export function UploadArea({ most, files, onChange, onWay }: UploadAreaProps) {
  const uploads = useUploads()
  const { links, open } = useFileLinks(files)
  const latest = useRef({ files, onChange, onWay })
  latest.current = { files, onChange, onWay }
  // Taken over once each: a file that was removed while it was sent stays away.
  const taken = useRef(new Set<string>())
  useEffect(() => {
    const arrived = uploads.items.flatMap((item) => {
      if (item.fileId === undefined || taken.current.has(item.key)) return []
      taken.current.add(item.key)
      const mimeType = item.kind === 'picture' ? 'image/jpeg' : 'application/pdf'
      return [{ fileId: item.fileId, name: item.name, mimeType }]
    })
    if (arrived.length > 0) latest.current.onChange([...latest.current.files, ...arrived])
  }, [uploads.items])

  const sending = uploads.items.filter((item) => item.state === 'sending').length
  const failed = uploads.items.filter((item) => item.state === 'failed').length
  useEffect(() => latest.current.onWay({ sending, failed }), [sending, failed])
  useEffect(() => () => latest.current.onWay({ sending: 0, failed: 0 }), [])

  const pathOf = (fileId: number) => uploads.items.find((item) => item.fileId === fileId)?.path
  const items: UploadItem[] = [
    ...files.map((file) => ({
      key: `file-${file.fileId}`,
      name: file.name,
      kind: file.mimeType.startsWith('image/') ? ('picture' as const) : ('document' as const),
      path: pathOf(file.fileId) ?? links.get(file.fileId) ?? '',
      state: 'sent' as const,
      percent: 100,
    })),
    ...uploads.items.filter((item) => item.fileId === undefined),
  ]
  const remove = (key: string) => {
    const fileId = idIn(key)
    if (fileId === undefined) return uploads.remove(key)
    const sent = uploads.items.find((item) => item.fileId === fileId)
    if (sent) uploads.remove(sent.key)
    onChange(files.filter((file) => file.fileId !== fileId))
  }
  return (
    <Uploader
      label={words.upload}
      items={items}
      most={most}
      onPick={(kind, free) => void uploads.pick(kind, free)}
      onRemove={remove}
      onRetry={uploads.retry}
      onOpen={(key) => {
        const fileId = idIn(key)
        if (fileId !== undefined) void open(fileId)
      }}
    />
  )
}

const idIn = (key: string) => (key.startsWith('file-') ? Number(key.slice(5)) : undefined)
