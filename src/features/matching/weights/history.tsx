import { View } from '@tarojs/components'
import { Card, Section } from '../../../components/card'
import type { Weights } from '../shapes'
import { changesOf } from './form'
import { weightNames, weightsWording as words } from './wording'

/** Every version there was, the latest first, with what it changed against the one before. */
export function WeightsHistory({ history }: Pick<Weights, 'history'>) {
  return (
    <Section title={words.history}>
      {history.length === 0 ? (
        <View className="t-note">{words.noHistory}</View>
      ) : (
        <Card flush>
          {history.map((version, n) => {
            const before = history[n + 1]
            const changes = before ? changesOf(before.weights, version.weights) : []
            return (
              <View key={version.changedAt.getTime()} className="weights__version">
                <View className="t-strong">{version.why}</View>
                <View className="t-note">{words.by(version.changedAt, version.byName)}</View>
                {changes.map(({ path, from, to }) => (
                  <View key={path}>{words.change(weightNames[path].name, from, to)}</View>
                ))}
                {before && changes.length === 0 && <View className="t-note">{words.same}</View>}
              </View>
            )
          })}
        </Card>
      )}
    </Section>
  )
}
