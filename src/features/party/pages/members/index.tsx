import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card, Row } from '../../../../components/card'
import { Heading } from '../../../../components/heading'
import { Empty } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { datedDay } from '../../../../platform/dates'
import { useAsk } from '../../../../platform/use-ask'
import { Answered, PartyFrame } from '../../frame'
import { AddMember } from '../../life/add-member'
import { MemberSheet } from '../../life/member-sheet'
import { postNames, membersWording as words } from '../../life/wording'
import type { Member } from '../../shapes'
import { partyWording } from '../../wording'

/** Who belongs to my branch; the secretary changes it. */
export default function MembersPage() {
  return (
    <PartyFrame title={words.title} at="members">
      <Members />
    </PartyFrame>
  )
}

function Members() {
  const { asked, again } = useAsk(() => client.hub.branchMembers({}), 'party/members')
  const [chosen, setChosen] = useState<Member>()
  const [adding, setAdding] = useState(false)
  return (
    <Answered asked={asked} again={again}>
      {({ rows, mayChange }) => {
        if (rows.length === 0) return <Empty words={partyWording.noBranch} />
        const officer = rows.some((row) => row.me && row.post !== 'member')
        return (
          <>
            <View>
              <Heading level={2} className="t-title">
                {words.count(rows.length)}
              </Heading>
              <View className="t-note">{words.only}</View>
            </View>
            <Card flush>
              {rows.map((member) => (
                <Row
                  key={member.personId}
                  icon="person"
                  title={member.name}
                  note={[
                    postNames[member.post],
                    member.floating && words.floating,
                    words.since(datedDay(member.sinceOn)),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                  {...(officer && !member.me ? { onTap: () => setChosen(member) } : {})}
                />
              ))}
            </Card>
            {mayChange && (
              <Button block icon="plus" onTap={() => setAdding(true)}>
                {words.add}
              </Button>
            )}
            {chosen && (
              <MemberSheet
                member={chosen}
                secretary={mayChange}
                onClose={() => setChosen(undefined)}
                onDone={() => void again()}
              />
            )}
            {adding && <AddMember onClose={() => setAdding(false)} onDone={() => void again()} />}
          </>
        )
      }}
    </Answered>
  )
}
