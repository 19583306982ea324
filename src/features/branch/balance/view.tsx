import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { Button } from '../../../components/button'
import { Card, Section } from '../../../components/card'
import { Light } from '../../../components/light'
import { Failed, Skeleton } from '../../../components/states'
import { client } from '../../../platform/client'
import { confirm } from '../../../platform/say'
import { useAsk } from '../../../platform/use-ask'
import { useKeys } from '../../../platform/use-keys'
import { useStep } from '../use-step'
import { refusalWords, wording } from '../wording'
import { grouped, balanceWording as words } from './wording'

/** What would be moved in an area, and why; carried out exactly as it is shown, or not at all. */
export function BalanceView({ areaCode }: { areaCode: string }) {
  const { asked, again } = useAsk(async () => {
    const answer = await client.hub.proposal({ areaCode })
    return { ok: true as const, value: answer }
  }, `proposal/${areaCode}`)
  const { busy, step } = useStep(again)
  const answer = asked.state === 'ready' ? asked.value : undefined
  const apply = async () => {
    if (!answer?.ok) return
    const { moves, fingerprint } = answer.value
    if (moves.length === 0 || !(await confirm(words.applySure(moves.length), words.applyWord))) return
    await step(
      () => client.hub.applyProposal({ areaCode, fingerprint }),
      ({ moved }) => words.applied(moved),
    )
  }
  usePullDownRefresh(() => void again().finally(() => Taro.stopPullDownRefresh()))
  useKeys({ 'Ctrl+Enter': () => void apply() })
  if (asked.state === 'loading') return <Skeleton rows={4} />
  if (asked.state !== 'ready')
    return <Failed words={asked.state === 'failed' ? asked.words : wording.offline} onAgain={again} />
  if (!answer?.ok) return <View className="t-late">{answer ? refusalWords(answer.refusal) : ''}</View>
  const { moves, orphanedAfter, overloadedAfter } = answer.value
  const settled = orphanedAfter === 0 && overloadedAfter === 0
  return (
    <View className="stack">
      <View className="t-display">{words.lead(moves.length, settled)}</View>
      <View>{moves.length > 0 ? (settled ? words.why : words.whyNot) : settled ? words.none : words.stuck}</View>
      <Card>
        <View className="stack">
          <View className="t-strong">{moves.length > 0 ? words.after : words.now}</View>
          <Light kind={orphanedAfter === 0 ? 'go' : 'late'} words={words.orphaned(orphanedAfter)} />
          <Light kind={overloadedAfter === 0 ? 'go' : 'soon'} words={words.overloaded(overloadedAfter)} />
        </View>
      </Card>
      {moves.length > 0 && (
        <Section title={words.moves}>
          <View className="branch-moves">
            {grouped(moves).map(({ key, from, to, moves: together }) => (
              <Card key={key}>
                <View className="t-strong">{words.group(from, to, together.length)}</View>
                {together[0] && <View className="t-note">{words.reason(together[0])}</View>}
                {together.map((move) => (
                  <View key={move.householdId} className="branch-move">
                    {words.household(move)}
                  </View>
                ))}
              </Card>
            ))}
          </View>
        </Section>
      )}
      {moves.length > 0 && (
        <Button block loading={busy} onTap={apply}>
          {words.apply(moves.length)}
        </Button>
      )}
    </View>
  )
}
