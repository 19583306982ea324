import { View } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Card, Row } from '../../../components/card'
import { Dated } from '../../../components/dated'
import { Heading } from '../../../components/heading'
import { QrCode } from '../../../components/qr-code'
import { Shell } from '../../../components/shell'
import { client } from '../../../platform/client'
import { fullTime, shortDay } from '../../../platform/dates'
import { env } from '../../../platform/env'
import { addressOf, share } from '../../../platform/files'
import { go, pathOf } from '../../../platform/routes'
import { confirm, say, wordsOf } from '../../../platform/say'
import { useStep } from '../../../platform/use-step'
import type { MyHub } from '../my-hub'
import './style.scss'
import { type JoinRefusal, joinRefusal, householdWording as words } from './wording'

interface HouseholdProps {
  title: string
  mine: MyHub
  again: () => Promise<void>
}

/** My household: its hub, a code for somebody else of it, the way out. */
export function HouseholdView({ title, mine, again }: HouseholdProps) {
  const { household, hub } = mine
  const [code, setCode] = useState<{ code: string; expiresAt: Date }>()
  const { busy, run } = useStep<JoinRefusal>(joinRefusal, again)
  const path = pathOf('joinHousehold', code ? { code: code.code } : {})
  useShareAppMessage(() => ({ title: words.shareTitle, path }))
  const invite = async () => {
    if (!household) return
    try {
      const answer = await client.hub.inviteToHousehold({ householdId: household.householdId })
      if (answer.ok) setCode(answer.value)
      else say(words.tooMany(answer.refusal.most))
    } catch (error) {
      say(wordsOf(error))
    }
  }
  const leave = async () => {
    if (!(await confirm(words.leaveAsk, words.leaveYes))) return
    void run('leave', () => client.hub.leaveHousehold({}), words.left)
  }
  if (!household) return null
  return (
    <Shell
      title={title}
      bar={
        code ? (
          <Button
            block
            icon="share"
            {...(env.inWechat ? { openType: 'share' as const } : { onTap: () => void share(words.shareTitle, path) })}
          >
            {words.share}
          </Button>
        ) : (
          <View className="invite-bar">
            <View className="t-note t-center">{words.inviteNote}</View>
            <Button block onTap={() => void invite()}>
              {words.invite}
            </Button>
          </View>
        )
      }
    >
      <View className="stack">
        <View>
          <Heading level={2} className="t-title">
            {household.areaName}
          </Heading>
          <View className="t-note">
            <Dated words={[words.people(household.people), words.since(shortDay(household.joinedAt))].join(' · ')} />
          </View>
        </View>
        <Card flush>
          <Row
            icon="hub"
            title={words.hub}
            note={household.orphaned ? words.orphaned : (hub?.name ?? '')}
            onTap={() => go('hub')}
          />
          <Row icon="walk" title={words.visits} note={words.visitsNote} onTap={() => go('hubVisits')} />
        </Card>
        {code && (
          <Card>
            <View className="invite-code" role="status">
              <View className="t-head">{words.codeTitle}</View>
              <View className="invite-code__big">
                {code.code.slice(0, 5)} {code.code.slice(5)}
              </View>
              <QrCode text={addressOf(path)} label={words.qr(code.code)} />
              <View>{words.codeNote}</View>
              <View className="t-note">{words.until(fullTime(code.expiresAt))}</View>
            </View>
          </Card>
        )}
        <Button look="quiet" block loading={busy !== ''} onTap={() => void leave()}>
          {words.leave}
        </Button>
      </View>
    </Shell>
  )
}
