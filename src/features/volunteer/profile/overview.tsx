import { View } from '@tarojs/components'
import { useState } from 'react'
import type { VolunteerProfile } from '../../../../types/volunteer'
import { Button } from '../../../components/button'
import { Card, Row } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { Light } from '../../../components/light'
import { Shell } from '../../../components/shell'
import { Switch } from '../../../components/switch'
import { client } from '../../../platform/client'
import { shortDay } from '../../../platform/dates'
import { go } from '../../../platform/routes'
import { confirm } from '../../../platform/say'
import { useStep } from '../../../platform/use-step'
import { useNames } from '../use-names'
import { Exceptions, exceptionWords } from './exceptions'
import { freeDays } from './said'
import { type ProfileRefusal, presence, profileRefusal, profileWording as words } from './wording'

interface OverviewProps {
  profile: VolunteerProfile
  again: () => Promise<void>
  onEdit: () => void
}

/** A volunteer's own page: where he stands, what he said, and how he is asked. */
export function Overview({ profile: p, again, onEdit }: OverviewProps) {
  const names = useNames()
  const { busy, run } = useStep<ProfileRefusal>(profileRefusal, again)
  const [days, setDays] = useState(false)
  const { head, note, ...light } = presence[p.status]
  const here = p.status === 'approved'
  const be = (to: 'here' | 'paused' | 'left') =>
    void run(to, () => client.volunteer.setPresence({ presence: to }), words.presenceDone[to])
  const rest = async () => (await confirm(words.restAsk, words.restYes)) && be('paused')
  const leave = async () => (await confirm(words.leaveAsk, words.leaveYes)) && be('left')
  const talk = [p.homeAreaName, ...p.dialects.map(names.dialect)].filter(Boolean).join('，')
  return (
    <Shell
      title={words.mine}
      bar={
        <>
          {here && (
            <Button look="quiet" loading={busy === 'paused'} onTap={() => void rest()}>
              {words.rest}
            </Button>
          )}
          {p.status === 'paused' && (
            <Button look="secondary" loading={busy === 'here'} onTap={() => be('here')}>
              {words.back}
            </Button>
          )}
          <Button look="secondary" block icon="edit" onTap={onEdit}>
            {words.edit}
          </Button>
        </>
      }
    >
      <View className="stack">
        <Card>
          <Light {...light} pill />
          <Heading level={2} className="t-title">
            {head}
          </Heading>
          <View>{p.statusReason ? words.notPassed(p.statusReason) : note}</View>
          {p.insuredUntil && <View className="t-note">{words.insured(shortDay(p.insuredUntil))}</View>}
        </Card>
        {here && (
          <Card flush>
            <Row icon="bell" title={words.offers} onTap={() => go('helpOffers')} />
            <Row icon="walk" title={words.tasks} onTap={() => go('helpTasks')} />
            <Row icon="clock" title={words.hours} onTap={() => go('helpHours')} />
          </Card>
        )}
        <Card flush>
          <Row
            icon="hand"
            title={words.can}
            note={p.skills
              .map(({ skill }) => names.skill(skill))
              .filter(Boolean)
              .join('、')}
            onTap={onEdit}
          />
          <Row icon="calendar" title={words.free} note={freeDays(p.weekly) || words.nothing} onTap={onEdit} />
          <Row
            icon="calendar-add"
            title={words.exceptions}
            note={p.exceptions.map(exceptionWords).join('，') || words.exceptionsNone}
            onTap={() => setDays(true)}
          />
          <Row
            icon="pin"
            title={words.reach}
            note={words.reachWords(words.metres(p.radiusMetres), words.hoursOf(p.weeklyMinutes))}
            onTap={onEdit}
          />
          <Row icon="home" title={words.homeAndTalk} note={talk || words.nothing} onTap={onEdit} />
        </Card>
        {p.status !== 'left' && (
          <Card>
            <Switch
              label={words.automatic}
              hint={words.automaticHint}
              on={p.automatic}
              onChange={(automatic) =>
                void run('automatic', () => client.volunteer.setAutomatic({ automatic }), words.saved)
              }
            />
          </Card>
        )}
        <Card flush>
          <Row icon="info" title={words.why} onTap={() => go('helpWhy')} />
          {p.status !== 'left' && <Row icon="leave" title={words.leave} onTap={() => void leave()} />}
        </Card>
      </View>
      <Exceptions
        open={days}
        exceptions={p.exceptions}
        busy={busy === 'exceptions'}
        onClose={() => setDays(false)}
        onSave={(exceptions) =>
          void run('exceptions', () => client.volunteer.saveExceptions({ exceptions }), words.saved)
        }
      />
    </Shell>
  )
}
