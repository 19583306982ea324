import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card, Row, Section } from '../../../../components/card'
import { Empty } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { datedDay, dayKey } from '../../../../platform/dates'
import { useMe } from '../../../../platform/session'
import { useAsk } from '../../../../platform/use-ask'
import { Answered, PartyFrame } from '../../frame'
import { RuleForm } from '../../points/rule-form'
import { RuleSheet } from '../../points/rule-sheet'
import { kindNames, rulesWording as words, worthOf } from '../../points/wording'
import type { Rule } from '../../shapes'

/** The rules of points: everybody reads them, the community changes them. */
export default function RulesPage() {
  return (
    <PartyFrame title={words.title} at="rules">
      <Rules />
    </PartyFrame>
  )
}

function Rules() {
  const me = useMe()
  const { asked, again } = useAsk(() => client.hub.pointRules({}), 'rules')
  const [shown, setShown] = useState<Rule>()
  const [editing, setEditing] = useState<{ rule?: Rule }>()
  const grant = me?.grants.find(({ role }) => role === 'communityAdmin')
  // Six digits are the county: its rules are everybody's.
  const areaCode = grant && grant.areaCode.length > 6 ? grant.areaCode : null
  return (
    <>
      {grant && <View className="t-note">{words.lead}</View>}
      <Answered asked={asked} again={again}>
        {({ rows }) => (
          <>
            {rows.length === 0 && <Empty words={words.none} />}
            {(['base', 'addition', 'deduction'] as const)
              .map((kind) => ({ kind, rules: rows.filter((rule) => rule.kind === kind) }))
              .filter(({ rules }) => rules.length > 0)
              .map(({ kind, rules }) => (
                <Section key={kind} title={kindNames[kind]}>
                  <Card flush>
                    {rules.map((rule) => (
                      <Row
                        key={`${rule.code}/${rule.areaCode}/${rule.version}`}
                        title={rule.words}
                        note={[worthOf(rule), rule.areaName, ...whenOf(rule)].filter(Boolean).join(' · ')}
                        onTap={() => setShown(rule)}
                      />
                    ))}
                  </Card>
                </Section>
              ))}
          </>
        )}
      </Answered>
      {grant && (
        <Button look="secondary" block icon="plus" onTap={() => setEditing({})}>
          {words.add}
        </Button>
      )}
      {shown && (
        <RuleSheet
          rule={shown}
          onClose={() => setShown(undefined)}
          {...(grant
            ? {
                onChange: () => {
                  setEditing({ rule: shown })
                  setShown(undefined)
                },
              }
            : {})}
        />
      )}
      {editing && (
        <RuleForm
          rule={editing.rule}
          areaCode={areaCode}
          onClose={() => setEditing(undefined)}
          onSaved={() => void again()}
        />
      )}
    </>
  )
}

/** From and until when, where that is not simply now. */
const whenOf = ({ fromOn, untilOn }: Rule): string[] => [
  ...(fromOn > dayKey(new Date()) ? [words.fromDay(datedDay(fromOn))] : []),
  ...(untilOn ? [words.untilDay(datedDay(untilOn))] : []),
]
