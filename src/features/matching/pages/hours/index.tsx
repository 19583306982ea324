import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card } from '../../../../components/card'
import { Heading } from '../../../../components/heading'
import { Light } from '../../../../components/light'
import { Photo } from '../../../../components/photo'
import { Empty, EndMark, Failed, Skeleton } from '../../../../components/states'
import { Tap } from '../../../../components/tap'
import { TimeSpan } from '../../../../components/time-span'
import { client } from '../../../../platform/client'
import { say, wordsOf } from '../../../../platform/say'
import { useList } from '../../../../platform/use-list'
import { Frame } from '../../frame'
import { hoursWording as words } from '../../hours/wording'
import { ReasonSheet } from '../../people/reason-sheet'
import type { WaitingHours } from '../../shapes'
import { kindNames, refusalWords, wording } from '../../wording'
import '../../people/style.scss'

/** 时长核对: service that counts only when somebody of the community looked. */
export default function MatchingHoursPage() {
  const list = useList((cursor) => client.volunteer.hoursToReview({ cursor }), 'hours')
  const [refusing, setRefusing] = useState<WaitingHours>()
  const [busy, setBusy] = useState(0)

  const count = async (record: WaitingHours): Promise<void> => {
    setBusy(record.recordId)
    try {
      const answer = await client.volunteer.reviewHours({ recordId: record.recordId, accept: true })
      say(answer.ok ? words.accepted : refusalWords(answer.refusal))
      await list.again()
    } catch (error) {
      say(wordsOf(error))
    } finally {
      setBusy(0)
    }
  }

  return (
    <Frame title={words.title} at="hours">
      <View className="staff-narrow staff-narrow--broad stack">
        <View className="t-note">{words.lead}</View>
        {list.state === 'loading' && <Skeleton rows={4} />}
        {(list.state === 'offline' || list.state === 'failed') && list.rows.length === 0 && (
          <Failed words={list.words || wording.offline} onAgain={list.again} />
        )}
        {list.state === 'end' && list.rows.length === 0 && <Empty words={words.empty} />}
        {list.rows.map((record) => (
          <Card key={record.recordId}>
            <Facts record={record} />
            <View className="match-acts">
              <Button look="secondary" disabled={busy !== 0} onTap={() => setRefusing(record)}>
                {words.refuse}
              </Button>
              <Button loading={busy === record.recordId} disabled={busy !== 0} onTap={() => void count(record)}>
                {words.accept}
              </Button>
            </View>
          </Card>
        ))}
        {list.state === 'end' && list.rows.length > 0 && <EndMark />}
      </View>
      {refusing && (
        <ReasonSheet
          open
          title={words.refuseTitle}
          label={words.refuseLabel}
          placeholder={words.refuseHint}
          submit={words.refuse}
          done={words.refused}
          onClose={() => setRefusing(undefined)}
          work={(reason) => client.volunteer.reviewHours({ recordId: refusing.recordId, accept: false, reason })}
          onDone={() => void list.again()}
        />
      )}
    </Frame>
  )
}

function Facts({ record }: { record: WaitingHours }) {
  const { name, areaName, title, kind, from, until, minutes, dayMinutes, instead, why, pictures, source } = record
  const urls = pictures.map(({ url }) => url)
  return (
    <View>
      <View className="between">
        <Heading level={2} className="t-head">
          {[name, areaName].join(' · ')}
        </Heading>
        <View className="t-strong nowrap">{words.length(minutes)}</View>
      </View>
      <View>{title ?? (kind ? kindNames[kind] : words.sources[source])}</View>
      <View className="t-note">
        <TimeSpan from={from} until={until} />
      </View>
      {instead && (
        <View className="t-note">
          {words.instead} <TimeSpan from={instead.from} until={instead.until} />
        </View>
      )}
      <Light kind="idle" words={words.sources[source]} />
      {dayMinutes > 480 && <Light kind="soon" words={words.day(dayMinutes)} />}
      {why && <View className="t-note">{words.said(why)}</View>}
      {pictures.length > 0 && (
        <View className="match-pictures">
          {pictures.map(({ fileId, url }, n) => (
            <Tap key={fileId} label={words.picture(n + 1)} onTap={() => void Taro.previewImage({ urls, current: url })}>
              <Photo src={url} label={words.picture(n + 1)} className="match-picture" />
            </Tap>
          ))}
        </View>
      )}
    </View>
  )
}
