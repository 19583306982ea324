import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Quiet } from '../../../components/card'
import { Light } from '../../../components/light'
import { Photo } from '../../../components/photo'
import { Sheet } from '../../../components/sheet'
import { Tap } from '../../../components/tap'
import { client } from '../../../platform/client'
import { fullTime } from '../../../platform/dates'
import { fileUrl } from '../../../platform/upload'
import type { Entry } from '../shapes'
import '../style.scss'
import { WordsSheet } from '../words-sheet'
import { appealLights, evidenceNames, kindNames, signedPoints, pointsWording as words } from './wording'

interface EntrySheetProps {
  entry: Entry
  /** The secretary reads a member's: he takes back what is wrong. */
  secretary: boolean
  onClose: () => void
  onDone: () => void
}

/** One entry with all that stands behind it, and what can be done when it is wrong. */
export function EntrySheet({ entry, secretary, onClose, onDone }: EntrySheetProps) {
  const [asking, setAsking] = useState(false)
  const { entryId, evidence, evidenceTitle, recorderName, files, appeal, takenBack } = entry
  const left = Math.abs(entry.points) - takenBack
  const urls = files.map(({ url }) => fileUrl(url))
  const close = () => {
    setAsking(false)
    onClose()
  }
  if (asking)
    return (
      <WordsSheet
        title={secretary ? words.takeBackTitle : words.appealTitle}
        label={secretary ? words.takeBackLabel : words.appealLabel}
        placeholder={secretary ? words.takeBackHint : words.appealHint}
        submit={secretary ? words.takeBack : words.appealSend}
        done={secretary ? words.takenBackDone : words.appealSent}
        least={4}
        onClose={close}
        work={(said) =>
          secretary
            ? client.hub.takeBackPoints({ entryId, words: said })
            : client.hub.appealPoints({ entryId, words: said })
        }
        onDone={onDone}
      />
    )
  return (
    <Sheet open title={entry.ruleWords} onClose={onClose}>
      <View className="stack">
        <View className="between">
          <View className="t-note">{kindNames[entry.kind]}</View>
          <View className="t-title">{signedPoints(entry.points)}</View>
        </View>
        <Fact name={words.from} value={[evidenceNames[evidence], evidenceTitle].filter(Boolean).join(' · ')} />
        {entry.words !== '' && <Fact name={words.said} value={entry.words} />}
        <Fact name={words.who} value={recorderName ?? words.byItself} />
        <Fact name={words.when} value={fullTime(entry.at)} />
        {files.length > 0 && (
          <View className="party__pictures">
            {files.map(({ fileId, url, thumbnailUrl }, n) => (
              <Tap
                key={fileId}
                label={words.pictures(n + 1)}
                onTap={() => void Taro.previewImage({ urls, current: fileUrl(url) })}
              >
                <Photo src={fileUrl(thumbnailUrl ?? url)} label={words.pictures(n + 1)} className="party__picture" />
              </Tap>
            ))}
          </View>
        )}
        {takenBack > 0 && <Light kind="idle" words={words.takenBack(takenBack)} />}
        {appeal && (
          <Quiet>
            <Light {...appealLights[appeal.status]} />
            <View>{words.appealSaid(appeal.words)}</View>
            {appeal.decisionWords && <View>{words.decision(appeal.decisionWords)}</View>}
          </Quiet>
        )}
        {entry.mayAppeal && (
          <>
            <Button look="secondary" block onTap={() => setAsking(true)}>
              {words.appeal}
            </Button>
            <View className="t-note">{words.appealNote}</View>
          </>
        )}
        {secretary && evidence !== 'counter' && left > 0 && (
          <Button look="secondary" block onTap={() => setAsking(true)}>
            {words.takeBack}
          </Button>
        )}
      </View>
    </Sheet>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <View>
      <View className="t-note">{name}</View>
      <View>{value}</View>
    </View>
  )
}
