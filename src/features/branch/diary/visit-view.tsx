import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Card, Row, Section } from '../../../components/card'
import { Dated } from '../../../components/dated'
import { Field } from '../../../components/field'
import { Heading } from '../../../components/heading'
import { Photo } from '../../../components/photo'
import { Tap } from '../../../components/tap'
import { fileUrl } from '../../../platform/upload'
import './style.scss'
import { Sheet } from '../../../components/sheet'
import { client } from '../../../platform/client'
import { go } from '../../../platform/routes'
import { mineWording } from '../mine/wording'
import { Reveal } from '../reveal'
import type { Promised, Visit } from '../shapes'
import { useStep } from '../use-step'
import { reasonNames } from '../wording'
import { Keep } from './keep'
import { PromiseCard } from './promise-card'
import { diaryWording as words } from './wording'

/** A visit as its hub and its branch read it. */
export function VisitView({ visit, again }: { visit: Visit; again: () => Promise<void> }) {
  const [promise, setPromise] = useState<Promised>()
  const [home, setHome] = useState<number>()
  const { contactId } = visit
  const urls = visit.files.map(({ url }) => fileUrl(url))
  const kept = async () => {
    setPromise(undefined)
    await again()
  }
  return (
    <View className="stack">
      <View>
        <Heading level={2} className="branch-lead">
          {words.day(visit.visitedOn)}
        </Heading>
        <View className="t-note">
          <Dated words={[visit.hubName, words.row(visit)].join(' · ')} />
        </View>
      </View>
      <Heard visit={visit} again={again} />
      {visit.files.length > 0 && (
        <Section title={words.photos}>
          <View className="wrap">
            {visit.files.map(({ fileId, url, thumbnailUrl }, n) => (
              <Tap
                key={fileId}
                label={words.photo(n + 1)}
                onTap={() => void Taro.previewImage({ urls, current: fileUrl(url) })}
              >
                <Photo className="visit-photo" src={fileUrl(thumbnailUrl ?? url)} label="" />
              </Tap>
            ))}
          </View>
        </Section>
      )}
      <Section title={words.promised}>
        {visit.promiseRows.length === 0 && <View className="t-note">{words.noPromise}</View>}
        <View className="branch-list">
          {visit.promiseRows.map((row) => (
            <PromiseCard
              key={row.promiseId}
              row={row}
              short
              {...(row.mayKeep ? { onOpen: () => setPromise(row) } : {})}
            />
          ))}
        </View>
      </Section>
      <Section title={words.homes}>
        <Card flush>
          {visit.homes.map(({ householdId, areaName, people, reason }) => (
            <Row
              key={householdId}
              icon="family"
              title={words.home(areaName, people)}
              note={reasonNames[reason]}
              onTap={() => setHome(householdId)}
            />
          ))}
        </Card>
      </Section>
      {contactId !== null && (
        <Button look="secondary" block onTap={() => go('branchContact', { contactId })}>
          {words.answers}
        </Button>
      )}
      <Sheet open={promise !== undefined} title={words.promised} onClose={() => setPromise(undefined)}>
        {promise && <Keep key={promise.promiseId} row={promise} onKept={kept} />}
      </Sheet>
      <Sheet open={home !== undefined} title={mineWording.sheet} onClose={() => setHome(undefined)}>
        {home !== undefined && <Reveal key={home} householdId={home} task="visit" />}
      </Sheet>
    </View>
  )
}

/** What was heard; whoever wrote it may put it right. */
function Heard({
  visit: { visitId, version, heard, mayCorrect },
  again,
}: {
  visit: Visit
  again: () => Promise<void>
}) {
  const [text, setText] = useState<string>()
  const { busy, step } = useStep(again)
  const save = async () => {
    if (text === undefined || text.trim().length < 2) return
    const corrected = { visitId, version, heard: text.trim() }
    if (await step(() => client.hub.correctVisit(corrected), words.corrected)) setText(undefined)
  }
  return (
    <Section
      title={words.heard}
      {...(mayCorrect && text === undefined ? { more: words.correct, onMore: () => setText(heard) } : {})}
    >
      <Card>
        {text === undefined ? (
          <View>{heard}</View>
        ) : (
          <View className="stack">
            <Field
              label={words.correctLabel}
              type="textarea"
              required
              most={1000}
              value={text}
              problem={text.trim().length < 2 ? words.tooShort : ''}
              onChange={setText}
            />
            <Button block loading={busy} onTap={save}>
              {words.save}
            </Button>
          </View>
        )}
      </Card>
    </Section>
  )
}
