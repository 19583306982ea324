import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Card, Section } from '../../../components/card'
import { DayTime } from '../../../components/day-time'
import { Light } from '../../../components/light'
import { client } from '../../../platform/client'
import { dayKey, momentOf } from '../../../platform/dates'
import { useAsk } from '../../../platform/use-ask'
import type { Volunteer } from '../shapes'
import type { Step } from './step'
import { volunteersWording as words } from './wording'

interface PapersProps {
  one: Volunteer
  nameOf: (code: string) => string
  busy: boolean
  step: Step
}

/** What he can, with the papers that have to be seen, and his insurance; each with the day until which it is good. */
export function Papers({ one, nameOf, busy, step }: PapersProps) {
  const { personId, allowedActions, insuredUntil } = one
  const catalogue = useAsk(() => client.volunteer.skills({}), 'skills').asked
  const certificates = new Map(
    catalogue.state === 'ready' ? catalogue.value.rows.map((row) => [row.skill, row.certificateName]) : [],
  )
  const now = new Date()
  return (
    <>
      <Section title={words.can}>
        <Card flush>
          {one.skills.map(({ skill, level, certificateUntil }) => {
            const certificate = certificates.get(skill) ?? null
            const over = certificateUntil !== null && certificateUntil < now
            return (
              <View key={skill} className="volunteer__paper">
                <View className="between">
                  <View className="t-strong">{nameOf(skill)}</View>
                  <View className="t-note">{words.level[level]}</View>
                </View>
                {certificate !== null && (
                  <>
                    {certificateUntil === null ? (
                      <Light kind="soon" words={words.noPaper} />
                    ) : (
                      <Light
                        kind={over ? 'late' : 'go'}
                        words={over ? words.paperOver(certificateUntil) : words.paperUntil(certificateUntil)}
                      />
                    )}
                    <View className="t-note">{words.needs(certificate)}</View>
                    {allowedActions.includes('checkCertificate') && (
                      <Until
                        busy={busy}
                        label={words.until}
                        known={certificateUntil !== null}
                        onTake={(until) =>
                          step(() => client.volunteer.checkCertificate({ personId, skill, until }), words.noted)
                        }
                      />
                    )}
                  </>
                )}
              </View>
            )
          })}
        </Card>
      </Section>
      <Section title={words.insurance}>
        <Card flush>
          <View className="volunteer__paper">
            {insuredUntil === null ? (
              <View className="t-note">{words.notInsured}</View>
            ) : (
              <Light
                kind={insuredUntil < now ? 'late' : 'go'}
                words={insuredUntil < now ? words.insuranceOver(insuredUntil) : words.insured(insuredUntil)}
              />
            )}
            {allowedActions.includes('setInsurance') && (
              <Until
                busy={busy}
                label={words.until}
                known={insuredUntil !== null}
                onTake={(until) => step(() => client.volunteer.setInsurance({ personId, until }), words.noted)}
              />
            )}
          </View>
        </Card>
      </Section>
    </>
  )
}

interface UntilProps {
  label: string
  /** Something is noted already and can be taken back. */
  known: boolean
  busy: boolean
  onTake: (until: Date | null) => Promise<boolean>
}

function Until({ label, known, busy, onTake }: UntilProps) {
  const [day, setDay] = useState('')
  const until = momentOf(day, '12:00')
  return (
    <View className="volunteer__until">
      <DayTime
        label={label}
        kind="date"
        value={day}
        placeholder={words.chooseDay}
        from={dayKey(new Date())}
        onChange={setDay}
      />
      <Button
        look="secondary"
        loading={busy}
        disabled={!until}
        onTap={async () => {
          if (until && (await onTake(until))) setDay('')
        }}
      >
        {words.take}
      </Button>
      {known && (
        <Button look="quiet" loading={busy} onTap={() => onTake(null)}>
          {words.takeBack}
        </Button>
      )}
    </View>
  )
}
