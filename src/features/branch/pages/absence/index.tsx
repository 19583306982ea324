import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card, Row, Section } from '../../../../components/card'
import { DayTime } from '../../../../components/day-time'
import { Light } from '../../../../components/light'
import { Empty, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { dayKey } from '../../../../platform/dates'
import { goHome } from '../../../../platform/routes'
import { confirm } from '../../../../platform/say'
import { useAsk } from '../../../../platform/use-ask'
import { HostFrame } from '../../frame'
import { coverWords, mineWording, absenceWording as words } from '../../mine/wording'
import type { MyHubs } from '../../shapes'
import { type Step, useStep } from '../../use-step'
import { wording } from '../../wording'

/** 我不在家: from when until when, and who answers meanwhile. */
export default function BranchAbsencePage() {
  const { asked, again } = useAsk(() => client.hub.myHubs({}), 'myHubs')
  const { busy, step } = useStep(again)
  usePullDownRefresh(() => void again().finally(() => Taro.stopPullDownRefresh()))
  return (
    <HostFrame title={words.title} at="absence">
      <View className="staff-narrow stack">
        {asked.state === 'loading' && <Skeleton rows={3} />}
        {(asked.state === 'offline' || asked.state === 'failed') && (
          <Failed words={asked.state === 'failed' ? asked.words : wording.offline} onAgain={again} />
        )}
        {asked.state === 'ready' &&
          (asked.value.hubs.length === 0 ? (
            <Empty words={mineWording.noHub} step={mineWording.goHome} onStep={goHome} />
          ) : (
            <Away mine={asked.value} busy={busy} step={step} />
          ))}
      </View>
    </HostFrame>
  )
}

function Away({ mine, busy, step }: { mine: MyHubs; busy: boolean; step: Step }) {
  const today = dayKey(new Date())
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const [tried, setTried] = useState(false)
  const wrong = {
    from: from === '' ? words.needed : '',
    until: until === '' ? words.needed : until < from ? words.wrong : '',
  }
  const submit = async () => {
    setTried(true)
    if (wrong.from || wrong.until) return
    if (!(await step(() => client.hub.setAbsence({ from, until }), words.saved))) return
    setFrom('')
    setUntil('')
    setTried(false)
  }
  const end = async (span: { from: string; until: string }) => {
    if (await confirm(words.endSure, words.end))
      await step(() => client.hub.setAbsence({ ...span, end: true }), words.ended)
  }
  return (
    <>
      <View>{words.lead}</View>
      <Card>
        <View className="t-strong">{words.who.title}</View>
        {coverWords(mine).map((line) => (
          <View key={line}>{line}</View>
        ))}
      </Card>
      {mine.absences.length > 0 && (
        <Section title={words.away}>
          <Card flush>
            {mine.absences.map((span) => {
              const now = span.from <= today
              return (
                <Row
                  key={span.from}
                  title={words.span(span.from, span.until)}
                  note={<Light kind={now ? 'idle' : 'go'} words={now ? words.now : words.coming} />}
                  tail={
                    <Button look="secondary" size="small" onTap={() => end(span)}>
                      {now ? words.end : words.cancel}
                    </Button>
                  }
                />
              )
            })}
          </Card>
        </Section>
      )}
      <Section title={words.add}>
        <Card>
          <View className="stack">
            <DayTime
              label={words.from}
              kind="date"
              value={from}
              placeholder={words.pick}
              from={today}
              problem={tried ? wrong.from : ''}
              onChange={setFrom}
            />
            <DayTime
              label={words.until}
              kind="date"
              value={until}
              placeholder={words.pick}
              from={from || today}
              problem={tried || (from && until) ? wrong.until : ''}
              onChange={setUntil}
            />
            <Button block loading={busy} onTap={submit}>
              {words.submit}
            </Button>
          </View>
        </Card>
      </Section>
    </>
  )
}
