import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card, Row } from '../../../../components/card'
import { ListState } from '../../../../components/list-state'
import { client } from '../../../../platform/client'
import { useList } from '../../../../platform/use-list'
import { PartyFrame } from '../../frame'
import { BranchForm } from '../../life/branch-form'
import { branchesWording as words } from '../../life/wording'
import type { Branch } from '../../shapes'
import { WordsSheet } from '../../words-sheet'

/** Which branches there are and who leads them, for the community. */
export default function BranchesPage() {
  return (
    <PartyFrame title={words.title} at="branches">
      <Branches />
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
      <ListState list={list} empty={words.empty} />
      {(list.rows.length > 0 || list.state === 'end') && (
        <Button block icon="plus" onTap={() => setEditing({})}>
          {words.add}
        </Button>
      )}
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
