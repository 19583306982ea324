import { View } from '@tarojs/components'
import { useState } from 'react'
import { dutyProfessions } from '../../../../../types/volunteer'
import { Button } from '../../../../components/button'
import { Card, Row } from '../../../../components/card'
import { Chips } from '../../../../components/chips'
import { Light } from '../../../../components/light'
import { Sheet } from '../../../../components/sheet'
import { Empty, EndMark, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { timeSpan } from '../../../../platform/dates'
import { useMe } from '../../../../platform/session'
import { useList } from '../../../../platform/use-list'
import { ShiftEditor } from '../../duty/editor'
import { emptyShift, typedOf } from '../../duty/form'
import { professionNames, dutyWording as words } from '../../duty/wording'
import { Frame } from '../../frame'
import { ReasonSheet } from '../../people/reason-sheet'
import type { Shift } from '../../shapes'
import { wording } from '../../wording'
import '../../people/style.scss'

type Which = 'all' | Shift['profession']
const filters: readonly { value: Which; words: string }[] = [
  { value: 'all', words: words.all },
  ...dutyProfessions.map((value) => ({ value, words: professionNames[value] })),
]

/** 谁在值班: who is set to be on duty, who has agreed, and the next shift to set. */
export default function MatchingDutyPage() {
  const [which, setWhich] = useState<Which>('all')
  const list = useList(
    (cursor) => client.volunteer.shifts({ ...(which === 'all' ? {} : { profession: which }), cursor }),
    which,
  )
  const [editing, setEditing] = useState<Shift | 'new'>()
  const [cancelling, setCancelling] = useState<Shift>()
  const home = useMe()?.community
  return (
    <Frame title={words.title} at="duty">
      <View className="staff-narrow staff-narrow--broad stack">
        <View className="t-note">{words.lead}</View>
        <Button icon="plus" onTap={() => setEditing('new')}>
          {words.add}
        </Button>
        <Chips label={words.professions} items={filters} value={which} onChange={setWhich} />
        {list.state === 'loading' && <Skeleton rows={4} />}
        {(list.state === 'offline' || list.state === 'failed') && list.rows.length === 0 && (
          <Failed words={list.words || wording.offline} onAgain={list.again} />
        )}
        {list.state === 'end' && list.rows.length === 0 && <Empty words={words.empty} />}
        {list.rows.length > 0 && (
          <Card flush>
            {list.rows.map((shift) => (
              <Row
                key={shift.shiftId}
                title={`${professionNames[shift.profession]} · ${shift.nickname}`}
                note={`${timeSpan(shift.from, shift.until)} · ${shift.areaName} ${shift.placeName}`}
                tail={
                  <View className="match-tail">
                    <Light
                      kind={shift.agreedAt ? 'go' : 'soon'}
                      words={shift.agreedAt ? words.agreed : words.waiting}
                    />
                    <View className="match-tail__acts">
                      <Button look="quiet" size="small" onTap={() => setEditing(shift)}>
                        {words.edit}
                      </Button>
                      <Button look="quiet" size="small" onTap={() => setCancelling(shift)}>
                        {words.cancel}
                      </Button>
                    </View>
                  </View>
                }
              />
            ))}
          </Card>
        )}
        {list.state === 'end' && list.rows.length > 0 && <EndMark />}
      </View>
      <Sheet
        open={editing !== undefined}
        title={editing === 'new' ? words.add : words.change}
        onClose={() => setEditing(undefined)}
      >
        {editing !== undefined && (
          <ShiftEditor
            start={editing === 'new' ? emptyShift(home?.areaCode ?? '', home?.name ?? '') : typedOf(editing)}
            shiftId={editing === 'new' ? undefined : editing.shiftId}
            onSaved={() => {
              setEditing(undefined)
              void list.again()
            }}
          />
        )}
      </Sheet>
      <ReasonSheet
        open={cancelling !== undefined}
        title={words.cancel}
        label={words.cancelWhy}
        placeholder={words.cancelHint}
        submit={words.cancel}
        done={words.cancelled}
        onClose={() => setCancelling(undefined)}
        work={(reason) => client.volunteer.cancelShift({ shiftId: cancelling?.shiftId ?? 0, reason })}
        onDone={() => void list.again()}
      />
    </Frame>
  )
}
