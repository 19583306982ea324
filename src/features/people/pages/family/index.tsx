import { View } from '@tarojs/components'
import { useState } from 'react'
import { relations as allRelations, type relations } from '../../../../../types/people'
import { Button } from '../../../../components/button'
import { Card, Row, Section } from '../../../../components/card'
import { Choice } from '../../../../components/choice'
import { Field } from '../../../../components/field'
import { Shell } from '../../../../components/shell'
import { Empty, Skeleton } from '../../../../components/states'
import { Switch } from '../../../../components/switch'
import { client } from '../../../../platform/client'
import { say, wordsOf } from '../../../../platform/say'
import { useMe } from '../../../../platform/session'
import { useList } from '../../../../platform/use-list'
import { wording } from '../../wording'

const words = wording.family
type Relation = (typeof relations)[number]

/** Family members without an account, and, for a grid worker, residents without a phone: people I sign up on behalf of. */
export default function FamilyPage() {
  const me = useMe()
  const list = useList((cursor) => client.people.dependants({ cursor }), 'dependants')
  const grids = me?.grants.filter((g) => g.role === 'gridWorker' || g.role === 'communityAdmin') ?? []
  const [name, setName] = useState('')
  const [relation, setRelation] = useState<Relation | undefined>()
  const [grid, setGrid] = useState<string | undefined>()
  const [agreed, setAgreed] = useState(false)
  const [problem, setProblem] = useState('')

  const add = async () => {
    setProblem('')
    try {
      const answer = grid
        ? await client.people.enrolResident({ name, areaCode: grid, agreed: true })
        : await client.people.addFamilyMember({ name, relation: relation ?? 'other', agreed: true })
      if (!answer.ok)
        return setProblem(answer.refusal.reason === 'tooMany' ? words.tooMany(answer.refusal.most) : words.outside)
      setName('')
      setAgreed(false)
      say(words.added)
      void list.again()
    } catch (error) {
      setProblem(wordsOf(error))
    }
  }

  return (
    <Shell title={words.title}>
      <View className="stack">
        <View>{words.why}</View>
        {list.state === 'loading' && <Skeleton rows={2} />}
        {list.state === 'end' && list.rows.length === 0 && <Empty words={words.empty} />}
        {list.rows.length > 0 && (
          <Card flush>
            {list.rows.map((row) => (
              <Row
                key={row.personId}
                tile="person"
                title={row.name}
                note={row.relation ? words.relations[row.relation] : (row.community ?? '')}
              />
            ))}
          </Card>
        )}
        <Section title={words.add}>
          <Card>
            <View className="stack">
              <Field label={words.name} required most={20} value={name} problem={problem} onChange={setName} />
              {grids.length > 0 && (
                <Choice
                  label={words.enrol}
                  options={[
                    { value: '', words: words.title },
                    ...grids.map((g) => ({ value: g.areaCode, words: g.areaName })),
                  ]}
                  value={grid ?? ''}
                  onChange={(code) => setGrid(code || undefined)}
                />
              )}
              {!grid && (
                <Choice
                  label={words.relation}
                  options={allRelations.map((value) => ({ value, words: words.relations[value] }))}
                  value={relation}
                  onChange={setRelation}
                />
              )}
              <Switch label={words.agreed} on={agreed} onChange={setAgreed} />
              <Button disabled={!agreed || name.trim().length < 2 || (!grid && !relation)} onTap={add}>
                {words.add}
              </Button>
            </View>
          </Card>
        </Section>
      </View>
    </Shell>
  )
}
