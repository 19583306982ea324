import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Card, Row, Section } from '../../../components/card'
import { Light } from '../../../components/light'
import { Shell } from '../../../components/shell'
import { client } from '../../../platform/client'
import { useList } from '../../../platform/use-list'
import { ListCard } from '../gate'
import { OpeningRow } from '../rows'
import { useStep } from '../use-step'
import { workWording as words } from '../wording'
import { EnterpriseSheet } from './enterprise-sheet'
import type { Enterprise } from './opening-form'

interface OverviewProps {
  enterprises: readonly Enterprise[]
  again: () => Promise<void>
  onAdd: () => void
}

/** My enterprises and whom they look for. */
export function EmployerOverview({ enterprises, again, onAdd }: OverviewProps) {
  const list = useList((cursor) => client.volunteer.myOpenings({ cursor }), 'work/my-openings')
  const step = useStep(again)
  const [sheet, setSheet] = useState<number | 'new'>()
  return (
    <Shell
      title={words.employer}
      bar={
        enterprises.length > 0 ? (
          <Button block onTap={onAdd}>
            {words.addOpening}
          </Button>
        ) : undefined
      }
    >
      <View className="stack">
        {enterprises.length === 0 && <View className="t-note">{words.employerLead}</View>}
        <Section title={words.enterprises}>
          <Card flush>
            {enterprises.map((one) => (
              <Row
                key={one.enterpriseId}
                tile="home"
                title={one.name}
                note={
                  <>
                    <Light
                      kind={one.verifiedAt ? 'go' : 'soon'}
                      words={one.verifiedAt ? words.verified : words.waitsVerify}
                    />
                    <View>{one.areaName}</View>
                  </>
                }
                onTap={() => setSheet(one.enterpriseId)}
              />
            ))}
            <Row icon="plus" title={words.addEnterprise} onTap={() => setSheet('new')} />
          </Card>
        </Section>
        <Section title={words.myOpenings}>
          <ListCard list={list} empty={enterprises.length > 0 ? words.openingsNone : words.noEnterprise}>
            {(row) => <OpeningRow key={row.openingId} row={row} state />}
          </ListCard>
        </Section>
      </View>
      {sheet !== undefined && (
        <EnterpriseSheet
          key={sheet}
          open
          enterprise={enterprises.find((one) => one.enterpriseId === sheet)}
          step={step}
          onClose={() => setSheet(undefined)}
        />
      )}
    </Shell>
  )
}
