import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Role, roles } from '../../../../../types/operation'
import { Button } from '../../../../components/button'
import { Card, Row, Section } from '../../../../components/card'
import { Choice } from '../../../../components/choice'
import { Field } from '../../../../components/field'
import { Shell } from '../../../../components/shell'
import { EndMark, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { confirm, say, wordsOf } from '../../../../platform/say'
import { useMe } from '../../../../platform/session'
import { useList } from '../../../../platform/use-list'
import { roleNames, wording } from '../../wording'

const words = wording.grants

/** Staff: roles of people in my own area, given and taken back. */
export default function GrantsPage() {
  const me = useMe()
  const list = useList((cursor) => client.people.grants({ cursor }), 'grants')
  const areas = me?.grants.filter((g) => g.role === 'communityAdmin') ?? []
  const [phone, setPhone] = useState('')
  const [found, setFound] = useState<{ personId: number; nickname: string } | null>()
  const [role, setRole] = useState<Role>('organiser')
  const [areaCode, setAreaCode] = useState<string>()
  const [problem, setProblem] = useState('')

  const find = async () => {
    setProblem('')
    try {
      const answer = await client.people.findByPhone({ phone })
      if (!answer.ok) return
      setFound(answer.value.person)
      if (!answer.value.person) setProblem(words.none)
    } catch (error) {
      setProblem(wordsOf(error))
    }
  }
  const grant = async () => {
    if (!found) return
    try {
      const answer = await client.people.grantRole({
        personId: found.personId,
        role,
        areaCode: areaCode ?? areas[0]?.areaCode ?? '',
      })
      say(answer.ok ? words.granted : words.refusals[answer.refusal.reason])
      void list.again()
    } catch (error) {
      say(wordsOf(error))
    }
  }
  const revoke = async (grantId: number, name: string, held: Role) => {
    if (!(await confirm(words.revokeSure(name, roleNames[held]), words.revoke))) return
    try {
      const answer = await client.people.revokeRole({ grantId })
      say(answer.ok ? words.revoked : words.refusals[answer.refusal.reason])
      void list.again()
    } catch (error) {
      say(wordsOf(error))
    }
  }

  return (
    <Shell title={words.title}>
      <View className="stack">
        {areas.length > 0 && (
          <Card>
            <View className="stack">
              <Field
                label={words.phone}
                required
                type="tel"
                most={11}
                value={phone}
                problem={problem}
                onChange={setPhone}
              />
              <Button look={found ? 'secondary' : 'primary'} disabled={phone.length !== 11} onTap={find}>
                {words.find}
              </Button>
              {found && (
                <>
                  <View className="t-head">{found.nickname}</View>
                  <Choice
                    label={words.role}
                    options={roles.map((value) => ({ value, words: roleNames[value] }))}
                    value={role}
                    onChange={setRole}
                  />
                  <Choice
                    label={words.area}
                    options={areas.map((a) => ({ value: a.areaCode, words: a.areaName }))}
                    value={areaCode ?? areas[0]?.areaCode}
                    onChange={setAreaCode}
                  />
                  <Button onTap={grant}>{words.grant}</Button>
                </>
              )}
            </View>
          </Card>
        )}
        <Section title={words.list}>
          {list.state === 'loading' && <Skeleton />}
          {(list.state === 'offline' || list.state === 'failed') && <Failed words={list.words} onAgain={list.again} />}
          <Card flush>
            {list.rows.map((row) => (
              <Row
                key={row.grantId}
                title={`${row.nickname} · ${roleNames[row.role]}`}
                note={[row.areaName, row.maskedPhone].filter(Boolean).join(' · ')}
                tail={
                  areas.some((a) => row.areaCode.startsWith(a.areaCode)) ? (
                    <Button
                      look="quiet"
                      size="small"
                      label={`${words.revoke} ${row.nickname}`}
                      onTap={() => revoke(row.grantId, row.nickname, row.role)}
                    >
                      {words.revoke}
                    </Button>
                  ) : undefined
                }
              />
            ))}
          </Card>
          {list.state === 'end' && <EndMark />}
        </Section>
      </View>
    </Shell>
  )
}
