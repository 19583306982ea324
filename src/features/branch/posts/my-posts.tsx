import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Card, Row, Section } from '../../../components/card'
import { client } from '../../../platform/client'
import { confirm } from '../../../platform/say'
import { useAsk } from '../../../platform/use-ask'
import { useStep } from '../use-step'
import { postKindNames, postsWording as words } from './wording'

/** Posts that I hold, each with the way to take my consent back; nothing where I hold none. */
export function MyPosts() {
  const { asked, again } = useAsk(() => client.hub.myPosts({}), 'party/posts')
  const { busy, step } = useStep(again)
  if (asked.state !== 'ready' || asked.value.rows.length === 0) return null
  const leave = async (postId: number) => {
    if (await confirm(words.leaveSure, words.leave)) await step(() => client.hub.leavePost({ postId }), words.left)
  }
  return (
    <Section title={words.mine}>
      <View className="t-note">{words.mineNote}</View>
      <Card flush>
        {asked.value.rows.map(({ postId, kind, name, place }) => (
          <Row
            key={postId}
            icon="star"
            title={name}
            note={`${postKindNames[kind]} · ${place}`}
            tail={
              <Button look="secondary" size="small" loading={busy} onTap={() => leave(postId)}>
                {words.leave}
              </Button>
            }
          />
        ))}
      </Card>
    </Section>
  )
}
