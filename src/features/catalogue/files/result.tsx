import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Card, Row } from '../../../components/card'
import { Light } from '../../../components/light'
import { roleOf } from '../../../components/spoken'
import { goBack } from '../../../platform/routes'
import { filesWording as words } from '../files-wording'
import type { Problems, Taken } from './use-import'

/** How many items were new, changed, the same; what residents see of it. */
export function TakenIn({ taken }: { taken: Taken }) {
  const { added, changed, same, published, drafts } = taken
  const { counts } = words
  return (
    <Card>
      <View className="stack" {...roleOf('status')}>
        <View className="t-display">{words.done}</View>
        <View>{[counts.added(added), counts.changed(changed), counts.same(same)].join('，')}</View>
        {published > 0 && <Light kind="go" words={counts.published(published)} />}
        {drafts > 0 && <Light kind="soon" words={counts.drafts(drafts)} />}
        <Button look="secondary" onTap={goBack}>
          {words.see}
        </Button>
      </View>
    </Card>
  )
}

/** Everything wrong in the file, each with its line. */
export function WrongLines({ problems: { rows, more } }: { problems: Problems }) {
  return (
    <View className="stack files__wrong">
      <View {...roleOf('alert')}>
        <View className="t-title">{words.problems(rows.length + more)}</View>
        <View className="t-note">{words.problemsNote}</View>
      </View>
      <Card flush>
        {rows.map(({ line, code, path, problem }, at) => (
          <Row
            key={at}
            lead={<View className="t-strong files__line">{words.line(line)}</View>}
            title={problem}
            note={words.where(code, path)}
          />
        ))}
      </Card>
      {more > 0 && <View className="t-note">{words.more(more)}</View>}
    </View>
  )
}
