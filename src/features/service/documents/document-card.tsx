import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { Switch } from '../../../components/switch'
import { Tap } from '../../../components/tap'
import type { KeptDocument } from '../apply/kept-form'
import { SampleSheet } from './sample-sheet'
import '../guide/style.scss'
import './style.scss'
import { UploadArea } from './upload-area'
import type { EarlierDocument } from './use-earlier-documents'
import type { OnTheWay } from './use-on-the-way'
import { documentsWording as words } from './wording'

interface DocumentCardProps {
  document: {
    key: string
    name: string
    note: string | null
    deferrable: boolean
    mostFiles: number
    sample: string | null
    whereToGet: string | null
  }
  itemName: string
  value: KeptDocument
  /** The same document from an earlier application, when it may be used again. */
  earlier: EarlierDocument | undefined
  problem: string
  /** The name stands above the card already. */
  unnamed?: boolean
  onChange: (value: KeptDocument) => void
  onWay: (now: OnTheWay) => void
}

/** One document to hand in: a picture or file now, the one of an earlier application with consent, or later where that is allowed. */
export function DocumentCard({
  document,
  itemName,
  value,
  earlier,
  problem,
  unnamed = false,
  onChange,
  onWay,
}: DocumentCardProps) {
  const [sample, setSample] = useState(false)
  const { files, later, reuse } = value
  const seeSample = document.sample === null ? words.whereToGet : words.seeSample
  const hasSample = document.sample !== null || document.whereToGet !== null
  const offersEarlier = earlier !== undefined && files.length === 0 && !later
  return (
    <Card>
      <View className="stack">
        {(!unnamed || document.note || hasSample) && (
          <View>
            <View className="between">
              {unnamed ? (
                <View className="t-note grow">{document.note}</View>
              ) : (
                <Heading level={2} className="t-strong grow">
                  {document.name}
                </Heading>
              )}
              {hasSample && (
                <Tap
                  className="link-tap"
                  role="link"
                  label={`${seeSample}：${document.name}`}
                  onTap={() => setSample(true)}
                >
                  {seeSample}
                </Tap>
              )}
            </View>
            {!unnamed && document.note && <View className="t-note">{document.note}</View>}
          </View>
        )}
        {offersEarlier && (
          <View className="quiet document__earlier">
            <View>{words.handedInBefore(earlier.handedInAt)}</View>
            <View className="t-note">{words.agreeNote(itemName)}</View>
            <Button
              look="secondary"
              size="small"
              icon="check"
              onTap={() => onChange({ files: earlier.files, later: false, reuse: true })}
            >
              {words.agree}
            </Button>
          </View>
        )}
        {reuse && files.length > 0 && (
          <View className="between">
            <View className="t-note grow">{words.used}</View>
            <Button look="quiet" size="small" onTap={() => onChange({ files: [], later: false, reuse: false })}>
              {words.instead}
            </Button>
          </View>
        )}
        {!later && !reuse && (
          <UploadArea
            most={document.mostFiles}
            files={files}
            onChange={(next) => onChange({ files: next, later: false, reuse: false })}
            onWay={onWay}
          />
        )}
        {document.deferrable && files.length === 0 && (
          <Switch
            label={words.later}
            hint={words.laterPromise}
            on={later}
            onChange={(on) => onChange({ files: [], later: on, reuse: false })}
          />
        )}
        {problem && (
          <View className="t-late" role="alert">
            {problem}
          </View>
        )}
        <SampleSheet document={sample ? document : undefined} onClose={() => setSample(false)} />
      </View>
    </Card>
  )
}
