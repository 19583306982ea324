import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Light } from '../../../components/light'
import { Empty, EndMark, Failed, Skeleton } from '../../../components/states'
import { TimeSpan } from '../../../components/time-span'
import { client } from '../../../platform/client'
import { useList } from '../../../platform/use-list'
import { useStep } from '../../../platform/use-step'
import { wording } from '../wording'
import { type DutyRefusal, dutyRefusal, professionNames, dutyWording as words } from './wording'

/** My shifts: each is shown to residents only once I have agreed. */
export function MyShifts() {
  const list = useList((cursor) => client.volunteer.myShifts({ cursor }), 'duty/mine')
  const { busy, run } = useStep<DutyRefusal>(dutyRefusal, list.again)
  const answer = (shiftId: number, agree: boolean) =>
    void run(
      `${shiftId}/${agree}`,
      () => client.volunteer.agreeToShift({ shiftId, agree }),
      agree ? words.agreedNow : words.disagreedNow,
    )
  return (
    <View className="stack">
      {list.state === 'loading' && <Skeleton />}
      {list.rows.length === 0 && (list.state === 'offline' || list.state === 'failed') && (
        <Failed words={list.words || wording.offline} onAgain={list.again} />
      )}
      {list.state === 'end' && list.rows.length === 0 && <Empty words={words.mineEmpty} />}
      {list.rows.map((one) => (
        <Card key={one.shiftId}>
          <View className="stack">
            <View>
              <Light kind={one.agreedAt ? 'go' : 'soon'} words={one.agreedAt ? words.agreed : words.notAgreed} />
              <View className="t-strong">
                <TimeSpan from={one.from} until={one.until} />
              </View>
              <View className="t-note">
                {[professionNames[one.profession], one.shownName, one.placeName].join(' · ')}
              </View>
            </View>
            <View className="halves">
              <Button look="quiet" loading={busy === `${one.shiftId}/false`} onTap={() => answer(one.shiftId, false)}>
                {words.disagree}
              </Button>
              {!one.agreedAt && (
                <Button
                  look="secondary"
                  block
                  loading={busy === `${one.shiftId}/true`}
                  onTap={() => answer(one.shiftId, true)}
                >
                  {words.agree}
                </Button>
              )}
            </View>
          </View>
        </Card>
      ))}
      {list.state === 'end' && list.rows.length > 0 && <EndMark />}
    </View>
  )
}
