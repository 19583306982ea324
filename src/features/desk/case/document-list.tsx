import { View } from '@tarojs/components'
import { Light, type LightKind } from '../../../components/light'
import { Tap } from '../../../components/tap'
import type { Case, CaseDocument } from '../shapes'
import type { CaseDesk } from './use-case'
import { caseWording as words } from './wording'

interface DocumentListProps {
  c: Case
  desk: CaseDesk
  chosen: string | undefined
  /** Numbers of the lines in the notice. */
  numbers: ReadonlyMap<string, number>
  onChoose: (key: string) => void
}

/** The documents with what was thought of each. */
export function DocumentList({ c, desk, chosen, numbers, onChoose }: DocumentListProps) {
  const judged = c.documents.filter(hasFiles)
  return (
    <View>
      <View className="between case-documents__head">
        <View className="t-strong">{words.documents(c.documents.length)}</View>
        <View className="t-note">
          {words.looked(judged.filter((d) => desk.verdictOf(d) !== null).length, judged.length)}
        </View>
      </View>
      {c.documents.map((d) => (
        <Tap
          key={d.key}
          role="tab"
          chosen={d.key === chosen}
          className={`case-document ${d.key === chosen ? 'case-document--on' : ''}`}
          onTap={() => onChoose(d.key)}
        >
          <View className="grow">
            <View className={d.key === chosen ? 't-strong' : ''}>{d.name}</View>
            <Light {...lightOf(d, desk)} />
          </View>
          {numbers.has(d.key) && <View className="case-number">{numbers.get(d.key)}</View>}
        </Tap>
      ))}
    </View>
  )
}

/** Whether there is something to look at. */
export const hasFiles = (d: CaseDocument) => d.files.length > 0

function lightOf(d: CaseDocument, desk: CaseDesk): { kind: LightKind; words: string } {
  const verdict = desk.verdictOf(d)
  if (verdict) return { kind: verdict === 'ok' ? 'go' : 'late', words: words.verdicts[verdict] }
  if (d.form === 'lookup') return { kind: 'go', words: words.lookup }
  if (d.form === 'original') return { kind: 'idle', words: words.original }
  if (d.form === 'copy') return { kind: 'idle', words: words.copy }
  if (!hasFiles(d)) return { kind: 'soon', words: d.later ? words.later : words.missing }
  return { kind: 'idle', words: words.verdicts.none }
}
