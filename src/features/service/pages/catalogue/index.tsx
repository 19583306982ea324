import { View } from '@tarojs/components'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { type LifeEvent, lifeEvents } from '../../../../../types/catalogue'
import { Button } from '../../../../components/button'
import { Card, Row, Section } from '../../../../components/card'
import { Field } from '../../../../components/field'
import { Shell } from '../../../../components/shell'
import { Empty, EndMark, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { go, pathOf } from '../../../../platform/routes'
import { useList } from '../../../../platform/use-list'
import { ItemRowView } from '../../catalogue/item-row'
import { LifeEvents } from '../../catalogue/life-events'
import { catalogueWording as words } from '../../catalogue/wording'
import { lifeEventNames, wording } from '../../wording'

/** What can be applied for: by what happens in a life, by words, by pinyin initials. */
export default function CataloguePage() {
  const { params } = useRouter()
  const [typed, setTyped] = useState('')
  const [search, setSearch] = useState('')
  const [life, setLife] = useState<LifeEvent | undefined>(lifeEvents.find((event) => event === params.life))
  // One question to the cloud for what was typed, not one for each letter.
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), 300)
    return () => clearTimeout(timer)
  }, [typed])
  const list = useList((cursor) => client.catalogue.list({ search, lifeEvent: life, cursor }), `${search}/${life}`)
  useShareAppMessage(() => ({ title: words.title, path: pathOf('services', { life }) }))
  const open = search === '' && life === undefined
  const everything = () => {
    setTyped('')
    setSearch('')
    setLife(undefined)
  }

  return (
    <Shell title={words.title}>
      <Field label={words.ask} required placeholder={words.hint} most={40} value={typed} onChange={setTyped} />
      {open && (
        <Section title={words.byLife}>
          <LifeEvents onChoose={setLife} />
        </Section>
      )}
      <View className="section">
        <View className="section__head">
          <View className="t-head">{open ? words.often : life ? lifeEventNames[life] : words.found}</View>
          {!open && (
            <Button look="quiet" size="small" onTap={everything}>
              {words.every}
            </Button>
          )}
        </View>
        {list.state === 'loading' && <Skeleton rows={4} />}
        {list.rows.length === 0 && (list.state === 'offline' || list.state === 'failed') && (
          <Failed words={list.words || wording.offline} onAgain={list.again} />
        )}
        {list.state === 'end' && list.rows.length === 0 && (
          <Empty
            words={search === '' && life ? words.emptyLife : words.empty}
            step={words.emptyStep}
            onStep={everything}
          />
        )}
        {list.rows.length > 0 && (
          <Card flush>
            {list.rows.map((item) => (
              <ItemRowView key={item.itemId} item={item} />
            ))}
          </Card>
        )}
        {list.state === 'more' && <Skeleton rows={1} />}
      </View>
      {open && (
        <Section title={words.more}>
          <Card flush>
            <Row icon="list" title={words.mine} note={words.mineNote} onTap={() => go('applications')} />
            <Row icon="shield" title={words.check} note={words.checkNote} onTap={() => go('checkLetter')} />
            <Row icon="walk" title={words.rates} note={words.ratesNote} onTap={() => go('visitRates')} />
          </Card>
        </Section>
      )}
      {list.state === 'end' && list.rows.length > 0 && <EndMark />}
    </Shell>
  )
}
