import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { Button } from '../../../../components/button'
import { Card, Row } from '../../../../components/card'
import { Chips } from '../../../../components/chips'
import { Light } from '../../../../components/light'
import { SearchBox } from '../../../../components/search-box'
import { Shell } from '../../../../components/shell'
import { Empty, EndMark, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { go } from '../../../../platform/routes'
import { useMe } from '../../../../platform/session'
import { useList } from '../../../../platform/use-list'
import { keepsCounty } from '../../keeps'
import { wording as words } from '../../wording'

type Filter = keyof typeof words.filters

/** Staff: every item of the county, in every state, with what it lacks. */
export default function CatalogueListPage() {
  const me = useMe()
  const [search, setSearch] = useState('')
  const [filter, setFilter] = useState<Filter>('all')
  const status = filter === 'all' ? undefined : filter
  const list = useList((cursor) => client.catalogue.staffList({ search, status, cursor }), `${search}/${filter}`)
  const shown = useRef(false)
  useDidShow(() => {
    if (shown.current) void list.again()
    shown.current = true
  })
  const keeps = keepsCounty(me)
  return (
    <Shell
      title={words.title}
      bar={
        <>
          <Button look="secondary" block={!keeps} onTap={() => go('catalogueFiles')}>
            {keeps ? words.files : words.export}
          </Button>
          {keeps && (
            <Button block icon="plus" onTap={() => go('catalogueItem')}>
              {words.add}
            </Button>
          )}
        </>
      }
    >
      <View className="stack">
        <SearchBox label={words.search} value={search} onChange={setSearch} />
        <Chips
          label={words.filter}
          items={(Object.keys(words.filters) as Filter[]).map((value) => ({ value, words: words.filters[value] }))}
          value={filter}
          onChange={setFilter}
        />
        {list.state === 'loading' && <Skeleton />}
        {(list.state === 'offline' || list.state === 'failed') && <Failed words={list.words} onAgain={list.again} />}
        {list.state === 'end' && list.rows.length === 0 && <Empty words={words.empty} />}
        {list.rows.length > 0 && (
          <Card flush>
            {list.rows.map((row) => (
              <Row
                key={row.itemId}
                title={row.name}
                note={
                  <>
                    {row.department} <Text className="nowrap">{row.code}</Text>
                  </>
                }
                tail={
                  <Light
                    kind={row.problems > 0 ? 'soon' : row.status === 'published' ? 'go' : 'idle'}
                    words={row.problems > 0 ? words.lacking(row.problems) : words.statuses[row.status]}
                  />
                }
                onTap={() => go('catalogueItem', { itemId: row.itemId })}
              />
            ))}
          </Card>
        )}
        {list.state === 'end' && list.rows.length > 0 && <EndMark />}
      </View>
    </Shell>
  )
}
