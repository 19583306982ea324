import { View } from '@tarojs/components'
import { Card, Row, Section } from '../../../components/card'
import { Dated } from '../../../components/dated'
import { Tag } from '../../../components/tag'
import { client } from '../../../platform/client'
import { go } from '../../../platform/routes'
import { useAsk } from '../../../platform/use-ask'
import { listWording as words } from '../wording'

/** Posts of party members in an area, beside its hubs: what for and how to reach them, never who holds them. Nothing where there are none. */
export function Posts({ areaCode }: { areaCode: string | undefined }) {
  const { asked } = useAsk(() => client.hub.posts(areaCode ? { areaCode } : {}), `posts/${areaCode}`)
  if (asked.state !== 'ready' || asked.value.rows.length === 0) return null
  return (
    <Section title={words.posts} more={words.allPosts} onMore={() => go('hubPosts')}>
      <Card flush>
        {asked.value.rows.map((post) => {
          const { hubId } = post
          return (
            <Row
              key={post.postId}
              title={
                <View className="line">
                  <View>{post.name}</View>
                  <Tag>{words.postKinds[post.kind]}</Tag>
                </View>
              }
              note={
                <>
                  <View>{post.duties}</View>
                  <View>
                    <Dated words={[post.place, post.contactWay].join(' · ')} />
                  </View>
                </>
              }
              {...(hubId === null ? {} : { onTap: () => go('hub', { hubId }) })}
            />
          )
        })}
      </Card>
    </Section>
  )
}
