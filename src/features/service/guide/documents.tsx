import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { Icon } from '../../../components/icon'
import { Tap } from '../../../components/tap'
import { SampleSheet } from '../documents/sample-sheet'
import { documentsWording } from '../documents/wording'
import type { NeededDocument } from '../shapes'
import { documentNote, guideWording as words } from './wording'

interface DocumentsProps {
  documents: readonly NeededDocument[]
  earlier: ReadonlyMap<string, { handedInAt: Date }>
}

/** What to prepare, and what need not be: that the office looks up, or that an earlier application brought. */
export function Documents({ documents, earlier }: DocumentsProps) {
  const [sample, setSample] = useState<NeededDocument>()
  const given = (doc: NeededDocument) => doc.form === 'lookup' || (doc.reusable && earlier.has(doc.name))
  const needed = documents.filter((doc) => !given(doc))
  const not = documents.filter(given)
  if (documents.length === 0) return <Heading2 title={words.nothingToPrepare} note="" />
  return (
    <View>
      <Heading2
        title={needed.length === 0 ? words.nothingToPrepare : words.prepare(needed.length)}
        note={words.ofAll(documents.length, not.length)}
      />
      <Card flush>
        {needed.map((doc) => (
          <View key={doc.key} className="document-row">
            <View className="row__tile">
              <Icon name={doc.form === 'electronic' ? 'camera' : 'file'} />
            </View>
            <View className="grow">
              <View className="t-strong">{doc.name}</View>
              <View className="t-note">{documentNote(doc)}</View>
            </View>
            {(doc.sample !== null || doc.whereToGet !== null) && (
              <Tap className="link-tap" role="link" label={`${aboutOf(doc)}：${doc.name}`} onTap={() => setSample(doc)}>
                {aboutOf(doc)}
              </Tap>
            )}
          </View>
        ))}
        {not.map((doc) => {
          const before = earlier.get(doc.name)
          return (
            <View key={doc.key} className="document-row">
              <View className="go-tile">
                <Icon name="check" />
              </View>
              <View className="grow">
                <View>{doc.name}</View>
                <View className="t-note">
                  {doc.form !== 'lookup' && before
                    ? documentsWording.handedInBefore(before.handedInAt)
                    : documentNote(doc)}
                </View>
              </View>
            </View>
          )
        })}
      </Card>
      <SampleSheet document={sample} onClose={() => setSample(undefined)} />
    </View>
  )
}

/** What there is to see about a document: a good picture of it, or where to get it. */
const aboutOf = (doc: NeededDocument) => (doc.sample === null ? words.whereToGet : words.sample)

const Heading2 = ({ title, note }: { title: string; note: string }) => (
  <View className="section section__head">
    <Heading level={2} className="t-head">
      {title}
    </Heading>
    <View className="t-note">{note}</View>
  </View>
)
