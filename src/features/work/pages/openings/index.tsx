import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card, Row } from '../../../../components/card'
import { Chips } from '../../../../components/chips'
import { Shell } from '../../../../components/shell'
import { client } from '../../../../platform/client'
import { go } from '../../../../platform/routes'
import { useMe } from '../../../../platform/session'
import { useList } from '../../../../platform/use-list'
import { ListCard, SignedIn, Stack } from '../../gate'
import { OpeningRow } from '../../rows'
import { workWording as words } from '../../wording'

/** The digits of a township in the code of a community. */
const townshipDigits = 9

/** What is open near me, and the way to be told of what fits. */
export default function OpeningsPage() {
  return (
    <SignedIn title={words.openings} page="workOpenings">
      <Openings />
    </SignedIn>
  )
}

function Openings() {
  const me = useMe()
  const township = me?.community?.areaCode.slice(0, townshipDigits)
  const [where, setWhere] = useState<'near' | 'everywhere'>('near')
  const areaCode = where === 'near' ? township : undefined
  const list = useList(
    (cursor) => client.volunteer.openings({ cursor, ...(areaCode ? { areaCode } : {}) }),
    `work/openings/${areaCode}`,
  )
  return (
    <Shell title={words.openings}>
      <Stack>
        <Card flush>
          <Row icon="hand" title={words.mine} note={words.mineNote} onTap={() => go('workSeeker')} />
        </Card>
        {township && (
          <Chips
            label={words.where}
            items={(['near', 'everywhere'] as const).map((value) => ({ value, words: words[value] }))}
            value={where}
            onChange={setWhere}
          />
        )}
        <View className="t-note">{words.openingsNote}</View>
        <ListCard list={list} empty={words.openingsEmpty} step={words.mine} onStep={() => go('workSeeker')}>
          {(row) => <OpeningRow key={row.openingId} row={row} />}
        </ListCard>
        {me?.grants.some(({ role }) => role === 'volunteer') && (
          <Button look="quiet" block onTap={() => go('workFollow')}>
            {words.followUps}
          </Button>
        )}
      </Stack>
    </Shell>
  )
}
