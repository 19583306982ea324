import { Image, ScrollView, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { KeyName } from '../../../components/key-name'
import { fileUrl } from '../../../platform/upload'
import { useKeys } from '../../../platform/use-keys'
import type { CaseDocument } from '../shapes'
import { openFile } from './open-file'
import type { Verdict } from './use-case'
import { caseWording as words } from './wording'

const zooms = [1, 1.5, 2, 3] as const

/** A browser scrolls with the arrows what can have the focus. */
const scrollsByKeys = process.env.TARO_ENV === 'h5' ? { tabIndex: 0 } : {}

interface ViewerProps {
  document: CaseDocument
  verdict: Verdict
  /** Absent: it cannot be judged now. */
  onJudge: ((verdict: Verdict) => void) | undefined
}

/** One document, large: its pages, nearer or turned, and the verdict under it. */
export function Viewer({ document: d, verdict, onJudge }: ViewerProps) {
  const [page, setPage] = useState(0)
  const [zoom, setZoom] = useState(0)
  const [turned, setTurned] = useState(0)
  const file = d.files[page]
  useKeys(onJudge && file ? { y: () => onJudge('ok'), n: () => onJudge('notOk') } : {})
  const picture = file?.mimeType.startsWith('image/')
  const width = `${(zooms[zoom] ?? 1) * 100}%`
  return (
    <View className="viewer">
      <View className="between viewer__head">
        <View className="t-strong grow viewer__name">{file?.name ?? d.name}</View>
        {picture && (
          <View className="line viewer__tools">
            <Tool label={words.bigger} off={zoom === zooms.length - 1} onTap={() => setZoom(zoom + 1)} />
            <Tool label={words.smaller} off={zoom === 0} onTap={() => setZoom(zoom - 1)} />
            <Tool label={words.turn} onTap={() => setTurned((turned + 90) % 360)} />
          </View>
        )}
      </View>
      {!file && <View className="viewer__paper viewer__paper--empty t-note">{words.noFile}</View>}
      {file && picture && (
        <ScrollView scrollX scrollY className="viewer__paper" {...scrollsByKeys}>
          <View className="viewer__page" style={{ width, transform: `rotate(${turned}deg)` }}>
            <Image
              className="viewer__picture"
              mode="widthFix"
              src={fileUrl(file.url)}
              onClick={() => void openFile(d.files, page)}
              {...(process.env.TARO_ENV === 'h5'
                ? { nativeProps: { alt: words.picture(d.name) } }
                : { 'aria-label': words.picture(d.name) })}
            />
          </View>
        </ScrollView>
      )}
      {file && !picture && (
        <View className="viewer__paper viewer__paper--empty">
          <Button look="secondary" icon="download" onTap={() => void openFile(d.files, page)}>
            {words.open}
          </Button>
        </View>
      )}
      {d.files.length > 1 && (
        <View className="between">
          <Tool label={words.lastFile} off={page === 0} onTap={() => setPage(page - 1)} />
          <View className="t-note">{words.fileOf(page + 1, d.files.length)}</View>
          <Tool label={words.nextFile} off={page === d.files.length - 1} onTap={() => setPage(page + 1)} />
        </View>
      )}
      {onJudge && file && (
        <View className="viewer__verdict">
          {(['ok', 'notOk'] as const).map((value) => (
            <View key={value} className={`viewer__choice ${verdict === value ? `viewer__choice--${value}` : ''}`}>
              <Button
                block
                look="secondary"
                {...(verdict === value ? { icon: 'check' as const } : {})}
                onTap={() => onJudge(verdict === value ? null : value)}
              >
                <Text>{words.verdicts[value]}</Text>
                <KeyName>{value === 'ok' ? 'Y' : 'N'}</KeyName>
              </Button>
            </View>
          ))}
        </View>
      )}
    </View>
  )
}

function Tool({ label, off = false, onTap }: { label: string; off?: boolean; onTap: () => void }) {
  return (
    <Button look="quiet" size="small" disabled={off} onTap={onTap}>
      {label}
    </Button>
  )
}
