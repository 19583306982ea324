import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../../components/card'
import { Chips } from '../../../components/chips'
import { roleOf } from '../../../components/spoken'
import type { Case } from '../shapes'
import { DocumentList, hasFiles } from './document-list'
import { Head } from './head'
import { History } from './history'
import { Messages } from './messages'
import { Typed } from './typed'
import type { CaseDesk, Verdict } from './use-case'
import { Viewer } from './viewer'
import { caseWording as words } from './wording'
import './style.scss'

const tabs = (['documents', 'history', 'messages'] as const).map((value) => ({ value, words: words.tab[value] }))

interface CaseViewProps {
  c: Case
  desk: CaseDesk
  numbers: ReadonlyMap<string, number>
  onMoved: () => void
}

/** One case: its head, and its documents beside the large picture, its history or its messages. */
export function CaseView({ c, desk, numbers, onMoved }: CaseViewProps) {
  const [tab, setTab] = useState<(typeof tabs)[number]['value']>('documents')
  const [chosen, setChosen] = useState(() => (c.documents.find(hasFiles) ?? c.documents[0])?.key)
  const document = c.documents.find((d) => d.key === chosen)
  const judge = (key: string, verdict: Verdict) => {
    desk.judge(key, verdict)
    // The next one that nobody has looked at; back to the first when this was the last. What is wrong stays open, to be written about.
    const at = c.documents.findIndex((d) => d.key === key)
    const order = [...c.documents.slice(at + 1), ...c.documents.slice(0, at)]
    const next = order.find((d) => hasFiles(d) && desk.verdictOf(d) === null)
    if (verdict === 'ok' && next) setChosen(next.key)
  }
  return (
    <View className="case">
      <Head c={c} desk={desk} onMoved={onMoved} />
      <Chips label={words.tabs} items={tabs} value={tab} onChange={setTab} />
      {tab === 'history' && <History c={c} />}
      {tab === 'messages' && <Messages c={c} desk={desk} />}
      {tab === 'documents' && (
        <Card flush>
          <View className="case-documents">
            <View className="case-documents__list">
              <View {...roleOf('tablist')} aria-label={words.tab.documents}>
                <DocumentList c={c} desk={desk} chosen={chosen} numbers={numbers} onChoose={setChosen} />
              </View>
              {c.withheld ? <View className="case-once">{words.withheld}</View> : <Typed c={c} />}
              {c.allowedActions.includes('requestCorrection') && <View className="case-once">{words.once}</View>}
            </View>
            {document && !c.withheld && (
              <Viewer
                key={document.key}
                document={document}
                verdict={desk.verdictOf(document)}
                onJudge={
                  c.mine && c.allowedActions.includes('review') ? (verdict) => judge(document.key, verdict) : undefined
                }
              />
            )}
          </View>
        </Card>
      )}
    </View>
  )
}
