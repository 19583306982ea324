import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { Button } from '../../../../components/button'
import { Card } from '../../../../components/card'
import { Chips } from '../../../../components/chips'
import { Field } from '../../../../components/field'
import { Shell } from '../../../../components/shell'
import { Empty, EndMark, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { timeSpan } from '../../../../platform/dates'
import { env } from '../../../../platform/env'
import { giveFile } from '../../../../platform/files'
import { go } from '../../../../platform/routes'
import { say, wordsOf } from '../../../../platform/say'
import { useAsk } from '../../../../platform/use-ask'
import { useList } from '../../../../platform/use-list'
import { CancelSheet } from '../../run/cancel-sheet'
import { Photos } from '../../run/photos'
import { RosterRow } from '../../run/roster-row'
import { ScreenCode } from '../../run/screen-code'
import { useCheckIns } from '../../run/use-check-ins'
import { runWording as words } from '../../run/wording'
import { wording } from '../../wording'
import './index.scss'

type Side = 'roster' | 'code' | 'photos'
const views = [
  { value: 'roster' as const, words: words.roster },
  { value: 'code' as const, words: words.code },
  { value: 'photos' as const, words: words.photos },
]

/** The organiser's console: who comes, checking in by scan, code or list, export, change, call off. */
export default function ConsolePage() {
  const { params } = useRouter()
  const activityId = Number(params.activityId)
  const [view, setView] = useState<Side>('roster')
  const [typed, setTyped] = useState('')
  const [cancelling, setCancelling] = useState(false)
  const detail = useAsk(() => client.activity.detail({ activityId }), `detail/${activityId}`)
  const totals = useAsk(() => client.activity.roster({ activityId }), `totals/${activityId}`)
  const list = useList((cursor) => client.activity.roster({ activityId, cursor }), `roster/${activityId}`)
  const reload = useCallback(() => {
    void list.again()
    void totals.again()
  }, [list.again, totals.again])
  const checkIns = useCheckIns(activityId, reload)

  const enter = async (code: string) => {
    setTyped('')
    try {
      const result = await checkIns.record({ type: 'code', code }, 'in')
      say(
        result
          ? [result.personName, words.results[result.result]].filter(Boolean).join('：')
          : words.unsent(checkIns.unsent + 1),
      )
    } catch (error) {
      say(wordsOf(error))
    }
  }
  const scan = async () => {
    const result = await Taro.scanCode({ onlyFromCamera: true }).catch(() => undefined)
    if (result) await enter(result.result)
  }
  const exportFile = async () => {
    try {
      const answer = await client.activity.exportSignUps({ activityId })
      if (!answer.ok) return
      await giveFile(answer.value)
      say(words.exported)
    } catch (error) {
      say(wordsOf(error))
    }
  }

  const a = detail.asked.state === 'ready' ? detail.asked.value : undefined
  const t = totals.asked.state === 'ready' ? totals.asked.value.totals : undefined
  return (
    <Shell title={words.title} wide>
      <View className="console">
        <View className="console__side stack">
          {a && (
            <View>
              <View className="t-title">{a.title}</View>
              <View className="t-note">{timeSpan(a.startsAt, a.endsAt)}</View>
            </View>
          )}
          {t && (
            <Card>
              <View className="wrap console__totals">
                <View className="t-head">{words.come(t.confirmed)}</View>
                <View className="t-head">{words.here(t.checkedIn)}</View>
                <View className="t-note">{words.waiting(t.waiting)}</View>
                {t.requested > 0 && <View className="t-note">{words.requested(t.requested)}</View>}
              </View>
            </Card>
          )}
          {checkIns.unsent > 0 && <View className="t-note">{words.unsent(checkIns.unsent)}</View>}
          <Card>
            <View className="stack">
              {env.inWechat && (
                <Button icon="scan" onTap={scan}>
                  {words.scan}
                </Button>
              )}
              <Field label={words.typed} required value={typed} most={16} onChange={setTyped} />
              <Button look="secondary" disabled={typed.trim() === ''} onTap={() => enter(typed)}>
                {words.checkIn}
              </Button>
            </View>
          </Card>
          <View className="wrap">
            <Button look="secondary" size="small" icon="download" onTap={exportFile}>
              {words.export}
            </Button>
            {a?.allowedActions.includes('edit') && (
              <Button look="secondary" size="small" icon="edit" onTap={() => go('publish', { activityId })}>
                {words.edit}
              </Button>
            )}
            {a?.status === 'published' && (
              <Button look="secondary" size="small" icon="share" onTap={() => go('invite', { activityId })}>
                {words.invite}
              </Button>
            )}
            {a?.status === 'ended' && (
              <Button look="secondary" size="small" icon="star" onTap={() => go('ratings', { activityId })}>
                {words.ratings}
              </Button>
            )}
            {a?.allowedActions.includes('cancel') && (
              <Button look="quiet" size="small" onTap={() => setCancelling(true)}>
                {words.cancel}
              </Button>
            )}
          </View>
        </View>
        <View className="console__main stack">
          <Chips label={words.title} items={views} value={view} onChange={setView} />
          {view === 'code' && <ScreenCode activityId={activityId} />}
          {view === 'photos' && a && <Photos activity={a} onChanged={detail.again} />}
          {view === 'roster' && (
            <>
              {list.state === 'loading' && <Skeleton rows={5} />}
              {(list.state === 'offline' || list.state === 'failed') && list.rows.length === 0 && (
                <Failed words={list.words || wording.offline} onAgain={list.again} />
              )}
              {list.state === 'end' && list.rows.length === 0 && <Empty words={words.empty} />}
              {list.rows.length > 0 && (
                <Card flush>
                  {list.rows.map((row) => (
                    <RosterRow key={row.signUpId} row={row} record={checkIns.record} onChanged={reload} />
                  ))}
                </Card>
              )}
              {list.state === 'end' && list.rows.length > 0 && <EndMark />}
            </>
          )}
        </View>
      </View>
      {a && (
        <CancelSheet activity={a} open={cancelling} onClose={() => setCancelling(false)} onCancelled={detail.again} />
      )}
    </Shell>
  )
}
