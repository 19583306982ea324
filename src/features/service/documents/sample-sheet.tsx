import { View } from '@tarojs/components'
import { Sheet } from '../../../components/sheet'
import '../guide/style.scss'
import { documentsWording as words } from './wording'

interface SampleSheetProps {
  document: { name: string; sample: string | null; whereToGet: string | null } | undefined
  onClose: () => void
}

/** What a good picture of a document shows, drawn and in words, and where the document is to be had. */
export function SampleSheet({ document, onClose }: SampleSheetProps) {
  return (
    <Sheet open={document !== undefined} title={document?.name ?? ''} onClose={onClose}>
      {document && (
        <View className="stack">
          {document.sample !== null && (
            <>
              <View className="sample" aria-hidden>
                <View className="sample__frame">
                  <View className="sample__paper">
                    <View className="sample__line" />
                    <View className="sample__line sample__line--long" />
                    <View className="sample__line sample__line--long" />
                  </View>
                </View>
              </View>
              <View className="t-strong">{words.sampleTitle}</View>
              <View>{document.sample}</View>
            </>
          )}
          {document.whereToGet !== null && (
            <>
              <View className="t-strong">{words.whereToGet}</View>
              <View>{document.whereToGet}</View>
            </>
          )}
        </View>
      )}
    </Sheet>
  )
}
