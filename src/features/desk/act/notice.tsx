import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Field } from '../../../components/field'
import { KeyName } from '../../../components/key-name'
import { Light } from '../../../components/light'
import { Tap } from '../../../components/tap'
import { client } from '../../../platform/client'
import { confirm } from '../../../platform/say'
import { useKeys } from '../../../platform/use-keys'
import { hasFiles } from '../case/document-list'
import type { CaseDesk } from '../case/use-case'
import { Phrases } from '../phrases'
import type { Case } from '../shapes'
import { wording } from '../wording'
import { Panel } from './panel'
import type { NoticeLine, useNotice } from './use-notice'
import { actWording as words } from './wording'

interface NoticeProps {
  c: Case
  desk: CaseDesk
  notice: ReturnType<typeof useNotice>
}

const shortest = 2
const isShort = (text: string) => text.trim().length < shortest

/** 一次性告知: one line a document, what the applicant will read, sent once. */
export function Notice({ c, desk, notice }: NoticeProps) {
  const [tried, setTried] = useState(false)
  const { lines } = notice
  const unseen = c.documents.filter((d) => hasFiles(d) && desk.verdictOf(d) === null).length
  const written = lines.map(({ key, what, how }) => ({ key, what: what.trim(), how: how.trim() }))
  const first = lines.find((line) => isShort(line.what) || isShort(line.how))

  const keep = () => desk.step((seen) => client.application.saveReview({ ...seen, notice: written }), words.kept)
  const send = async () => {
    setTried(true)
    if (desk.busy || lines.length === 0 || first) return
    if (unseen > 0 && !(await confirm(words.sendSure(unseen), words.sendAnyway, words.lookFirst))) return
    const sent = await desk.step(
      (seen) => client.application.requestCorrection({ ...seen, lines: written }),
      ({ dueAt }) => words.sent(dueAt),
    )
    if (sent) notice.forget()
  }
  useKeys({ 'Ctrl+Enter': send })

  return (
    <Panel
      act="notice"
      footer={
        <>
          <Light
            kind={unseen > 0 ? 'soon' : 'go'}
            words={unseen > 0 ? words.notLooked(unseen) : words.looked(c.documents.filter(hasFiles).length)}
          />
          <View className="line">
            <Button look="secondary" disabled={lines.length === 0} onTap={keep}>
              {words.keep}
            </Button>
            <Button block loading={desk.busy} disabled={lines.length === 0} onTap={send}>
              <Text>{words.send(lines.length)}</Text>
              <KeyName>Ctrl ↵</KeyName>
            </Button>
          </View>
        </>
      }
    >
      {lines.length === 0 && <View className="act__quiet">{words.noLines}</View>}
      {lines.map((line, n) => (
        <Line
          key={line.key}
          n={n + 1}
          line={line}
          tried={tried}
          focus={tried && first === line}
          onWrite={notice.write}
        />
      ))}
      {notice.form !== undefined && (
        <Tap className="act__link" onTap={() => notice.setForm(!notice.form)}>
          {notice.form ? words.removeForm : words.addForm}
        </Tap>
      )}
      {lines.length > 0 && (
        <View className="act__quiet">
          <View className="t-note">{words.willSee}</View>
          <View>{words.reads(lines.length, c.correctionDueAt)}</View>
          {lines.map((line, n) => (
            <View key={line.key}>{`${n + 1}. ${line.name}：${line.what} ${line.how}`}</View>
          ))}
        </View>
      )}
    </Panel>
  )
}

interface LineProps {
  n: number
  line: NoticeLine
  tried: boolean
  focus: boolean
  onWrite: (key: string, line: { what: string; how: string }) => void
}

function Line({ n, line, tried, focus, onWrite }: LineProps) {
  const [choosing, setChoosing] = useState(false)
  const { key, name, what, how } = line
  const pick = (phrase: string) => {
    const usual = words.usual.find((u) => u.what === phrase)
    if (usual) onWrite(key, usual)
    setChoosing(false)
  }
  return (
    <View className="act__line">
      <View className="line">
        <View className="case-number">{n}</View>
        <View className="grow t-strong">{name}</View>
        <Tap className="act__link" label={`${name} ${words.phrases}`} onTap={() => setChoosing(!choosing)}>
          {words.phrases}
        </Tap>
      </View>
      {choosing && <Phrases phrases={words.usual.map((u) => u.what)} label={wording.usePhrase} onPick={pick} />}
      <Field
        label={words.what}
        required
        type="textarea"
        most={200}
        focus={focus && isShort(what)}
        value={what}
        problem={tried && isShort(what) ? words.emptyWhat : ''}
        onChange={(text) => onWrite(key, { what: text, how })}
      />
      <Field
        label={words.how}
        required
        type="textarea"
        most={200}
        focus={focus && !isShort(what) && isShort(how)}
        value={how}
        problem={tried && isShort(how) ? words.emptyHow : ''}
        onChange={(text) => onWrite(key, { what, how: text })}
      />
    </View>
  )
}
