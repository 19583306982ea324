import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Card, Row, Section } from '../../../components/card'
import { client } from '../../../platform/client'
import { confirm } from '../../../platform/say'
import { useAsk } from '../../../platform/use-ask'
import { useWork } from '../use-work'
import { myPostsWording as words } from './wording'

/** Posts that I hold, each with the way to take my consent back; nothing where I hold none. */
export function MyPosts() {
  const { asked, again } = useAsk(() => client.hub.myPosts({}), 'party/posts')
  const [busy, work] = useWork()
  if (asked.state !== 'ready' || asked.value.rows.length === 0) return null
  const leave = async (postId: number) => {
    if (!(await confirm(words.leaveSure, words.leave))) return
    await work(() => client.hub.leavePost({ postId }), words.left)
    await again()
  }
  return (
    <Section title={words.title}>
      <View className="t-note party__note">{words.note}</View>
      <Card flush>
        {asked.value.rows.map(({ postId, name, place }) => (
          <Row
            key={postId}
            icon="star"
            title={name}
            note={place}
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
