import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card, Row } from '../../../../components/card'
import { Empty, EndMark, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { useSignedIn } from '../../../../platform/session'
import { useList } from '../../../../platform/use-list'
import { PartyFrame } from '../../frame'
import { BranchForm } from '../../life/branch-form'
import { branchesWording as words } from '../../life/wording'
import type { Branch } from '../../shapes'
import { partyWording } from '../../wording'
import { WordsSheet } from '../../words-sheet'

/** Which branches there are and who leads them, for the community. */
export default function BranchesPage() {
  const signedIn = useSignedIn()
  return (
    <PartyFrame title={words.title} at="branches">
      {signedIn && <Branches />}
    </PartyFrame>
  )
}

function Branches() {
  const list = useList((cursor) => client.hub.branches({ cursor }), 'party/branches')
  const [editing, setEditing] = useState<{ branch?: Branch }>()
  const [closing, setClosing] = useState<Branch>()
  return (
    <>
      <View className="t-note">{words.lead}</View>
      {list.state === 'loading' && <Skeleton rows={3} />}
      {(list.state === 'offline' || list.state === 'failed') && list.rows.length === 0 && (
        <Failed words={list.words || partyWording.offline} onAgain={list.again} />
      )}
      {list.state === 'end' && list.rows.length === 0 && <Empty words={words.empty} />}
      {list.rows.length > 0 && (
        <Card flush>
          {list.rows.map((branch) => (
            <Row
              key={branch.branchId}
              icon="people"
              title={branch.name}
              note={[branch.areaName, words.row(branch.secretaryName, branch.members)].join(' · ')}
              onTap={() => setEditing({ branch })}
            />
          ))}
        </Card>
      )}
      {(list.rows.length > 0 || list.state === 'end') && (
        <Button block icon="plus" onTap={() => setEditing({})}>
          {words.add}
        </Button>
      )}
      {list.state === 'end' && list.rows.length > 0 && <EndMark />}
      {editing && (
        <BranchForm
          branch={editing.branch}
          onClose={() => setEditing(undefined)}
          onDone={() => void list.again()}
          onClosing={() => {
            setClosing(editing.branch)
            setEditing(undefined)
          }}
        />
      )}
      {closing && (
        <WordsSheet
          title={words.closeTitle}
          label={words.closeLabel}
          placeholder={words.closeHint}
          submit={words.close}
          done={words.closed}
          least={2}
          most={100}
          onClose={() => setClosing(undefined)}
          work={(reason) => client.hub.closeBranch({ branchId: closing.branchId, reason })}
          onDone={() => void list.again()}
        />
      )}
    </>
  )
}
