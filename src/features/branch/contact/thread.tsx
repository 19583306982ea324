import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Card, Row, Section } from '../../../components/card'
import { Light } from '../../../components/light'
import { Photo } from '../../../components/photo'
import { roleOf } from '../../../components/spoken'
import { Tap } from '../../../components/tap'
import { fileUrl } from '../../../platform/upload'
import type { Contact } from '../shapes'
import { eventWords, contactWording as words } from './wording'
import './style.scss'

type Message = Contact['messages'][number]
const over = ['confirmed', 'rated', 'delivered', 'ended']

/** What was said, with photos; what it was handed on to; and every step of the way. */
export function Thread({ contact }: { contact: Contact }) {
  const now = new Date()
  const { messages, handOns, stars, comment } = contact
  return (
    <View className="stack">
      <View className="contact-talk" {...roleOf('list')} aria-label={words.thread}>
        {messages.map((message) => (
          <Said key={message.messageId} message={message} name={contact.personName} now={now} />
        ))}
      </View>
      {handOns.length > 0 && (
        <Section title={words.handOns}>
          <Card flush>
            {handOns.map(({ handOnId, to, words: said, at, targetId, targetStatus }) => {
              const state = targetId === null ? 'waits' : over.includes(targetStatus ?? '') ? 'done' : 'went'
              return (
                <Row
                  key={handOnId}
                  icon={to === 'helpRequest' ? 'hand' : to === 'application' ? 'list' : 'calendar'}
                  title={words.handOnTo[to]}
                  note={
                    <>
                      <View>{words.said(said, at, now)}</View>
                      <Light kind={state === 'waits' ? 'soon' : 'go'} words={words.handOnState[state]} />
                    </>
                  }
                />
              )
            })}
          </Card>
        </Section>
      )}
      {stars !== null && (
        <Card>
          <View className="t-strong">{words.rated(stars)}</View>
          {comment && <View className="t-prewrap">{comment}</View>}
        </Card>
      )}
      <History contact={contact} />
    </View>
  )
}

function Said({ message, name, now }: { message: Message; name: string | null; now: Date }) {
  const { from, mine, callBack, words: said, files, at } = message
  const who = mine ? words.you : from === 'resident' ? (name ?? words.resident) : words.from[from]
  const urls = files.map(({ url }) => fileUrl(url))
  return (
    <View className={`contact-said ${from === 'resident' ? '' : 'contact-said--ours'}`} {...roleOf('listitem')}>
      <View className="t-note">{words.said(who, at, now)}</View>
      {said && <View className="contact-said__words t-prewrap">{said}</View>}
      {callBack && (
        <View className="contact-said__words">
          {from === 'resident' ? words.callBack.resident : words.callBack.other}
        </View>
      )}
      {files.length > 0 && (
        <View className="contact-said__files">
          {files.map(({ fileId, url, thumbnailUrl }, n) => (
            <Tap
              key={fileId}
              label={words.picture(n + 1)}
              onTap={() => void Taro.previewImage({ urls, current: fileUrl(url) })}
            >
              <Photo className="contact-said__file" src={fileUrl(thumbnailUrl ?? url)} label="" />
            </Tap>
          ))}
        </View>
      )}
    </View>
  )
}

function History({ contact: { events } }: { contact: Contact }) {
  const [open, setOpen] = useState(false)
  const now = new Date()
  return (
    <View>
      <View className="line">
        <Button look="quiet" size="small" onTap={() => setOpen(!open)}>
          {open ? words.historyHide : words.historyShow}
        </Button>
      </View>
      {open && (
        <View {...roleOf('list')} aria-label={words.history}>
          {events.map(({ kind, by, at }, n) => (
            <View key={n} className="contact-event" {...roleOf('listitem')}>
              <View>{eventWords[kind]}</View>
              <View className="t-note">{words.said(words.from[by], at, now)}</View>
            </View>
          ))}
        </View>
      )}
    </View>
  )
}
