import { View } from '@tarojs/components'
import { Button } from '../../../../components/button'
import { Dated } from '../../../../components/dated'
import { ListState } from '../../../../components/list-state'
import { Tag } from '../../../../components/tag'
import { Tap } from '../../../../components/tap'
import { client } from '../../../../platform/client'
import { go } from '../../../../platform/routes'
import { useList } from '../../../../platform/use-list'
import { CommunityFrame } from '../../frame'
import { postKindNames, postsWording as words } from '../../posts/wording'
import { useFresh } from '../../use-fresh'

/** 岗位: the posts of the areas I administer, with who holds them. */
export default function BranchPostsPage() {
  const list = useList((cursor) => client.hub.postBoard(cursor ? { cursor } : {}), 'posts')
  useFresh(list.again)
  const add = () => go('branchPostEdit')
  return (
    <CommunityFrame title={words.title} at="posts">
      <View className="staff-narrow stack">
        <View>{words.lead}</View>
        <Button block icon="plus" onTap={add}>
          {words.add}
        </Button>
        <View className="branch-list">
          {list.rows.map((row) => (
            <Tap key={row.postId} className="branch-row" onTap={() => go('branchPostEdit', { postId: row.postId })}>
              <View className="branch-row__head">
                <View className="t-strong">{row.name}</View>
                <Tag>{postKindNames[row.kind]}</Tag>
              </View>
              <View className="branch-row__words">{row.duties}</View>
              <View className="t-note">
                <Dated words={[row.areaName, row.place, words.holder(row.holderName)].join(' · ')} />
              </View>
            </Tap>
          ))}
        </View>
        <ListState list={list} empty={words.empty} />
      </View>
    </CommunityFrame>
  )
}
