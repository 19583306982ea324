import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card, Row, Section } from '../../../../components/card'
import { Shell } from '../../../../components/shell'
import { roleOf } from '../../../../components/spoken'
import { Switch } from '../../../../components/switch'
import { client } from '../../../../platform/client'
import { env } from '../../../../platform/env'
import { giveFile } from '../../../../platform/files'
import { confirm, say, wordsOf } from '../../../../platform/say'
import { useMe } from '../../../../platform/session'
import { TakenIn, WrongLines } from '../../files/result'
import { useImport } from '../../files/use-import'
import { filesWording as words } from '../../files-wording'
import { keepsCounty } from '../../keeps'
import './index.scss'

/** Staff: the catalogue in from a file, all or nothing, and out into one. */
export default function CatalogueFilesPage() {
  const keeps = keepsCounty(useMe())
  const { chosen, publish, wish, busy, taken, problems, said, choose, takeIn } = useImport()
  const [giving, setGiving] = useState(false)
  const give = async (format: 'csv' | 'json') => {
    if (giving) return
    setGiving(true)
    try {
      const answer = await client.catalogue.exportItems({ format })
      if (answer.ok) await giveFile(answer.value)
    } catch (error) {
      say(wordsOf(error))
    } finally {
      setGiving(false)
    }
  }
  const begin = async () => {
    if (!publish || (await confirm(words.publishSure, words.go))) await takeIn()
  }
  return (
    <Shell
      title={words.title}
      bar={
        chosen ? (
          <Button block loading={busy} disabled={busy} onTap={begin}>
            {words.go}
          </Button>
        ) : undefined
      }
    >
      {taken && <TakenIn taken={taken} />}
      {problems && <WrongLines problems={problems} />}
      {keeps && (
        <Section title={words.take}>
          <Card>
            <View className="stack">
              <View>{words.takeNote}</View>
              {env.inWechat && <View className="t-note">{words.inWechat}</View>}
              {chosen && <View className="t-strong">{words.chosen(chosen.name, chosen.size)}</View>}
              <Button look="secondary" icon="file" disabled={busy} onTap={choose}>
                {chosen ? words.chooseAgain : words.choose}
              </Button>
              {chosen && <Switch label={words.publish} hint={words.publishNote} on={publish} onChange={wish} />}
              {said && (
                <View className="t-late" {...roleOf('alert')}>
                  {said}
                </View>
              )}
            </View>
          </Card>
        </Section>
      )}
      <Section title={words.give}>
        <View className="t-note files__note">{words.giveNote}</View>
        <Card flush>
          {(['csv', 'json'] as const).map((format) => (
            <Row
              key={format}
              icon="download"
              title={words.formats[format].title}
              note={words.formats[format].note}
              onTap={() => give(format)}
            />
          ))}
        </Card>
      </Section>
    </Shell>
  )
}
