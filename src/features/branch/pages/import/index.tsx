import { View } from '@tarojs/components'
import { Button } from '../../../../components/button'
import { Card, Row, Section } from '../../../../components/card'
import { Light } from '../../../../components/light'
import { roleOf } from '../../../../components/spoken'
import { toBase64 } from '../../../../platform/base64'
import { env } from '../../../../platform/env'
import { giveFile } from '../../../../platform/files'
import { go, replaceWith } from '../../../../platform/routes'
import { utf8 } from '../../../../platform/utf8'
import { CommunityFrame } from '../../frame'
import { type Taken, useImport, type Wrong } from '../../import/use-import'
import { importWording as words } from '../../import/wording'

const { columns } = words

/** Households in from a table: all of them or none, with every mistake by its line. */
export default function BranchImportPage() {
  const { chosen, busy, taken, wrong, said, choose, takeIn } = useImport()
  const giveEmpty = () => {
    // Excel takes a table for what it is with the mark in front.
    const head = `\uFEFF${columns.rows.map(({ name }) => name).join(',')}\r\n`
    void giveFile({ fileName: columns.file, mimeType: 'text/csv', base64: toBase64(utf8(head)) })
  }
  return (
    <CommunityFrame title={words.title} under="households">
      <View className="staff-narrow stack">
        {taken && <TakenIn taken={taken} />}
        {wrong && <WrongLines wrong={wrong} />}
        <Card>
          <View className="stack">
            <View>{words.take}</View>
            {env.inWechat && <View className="t-note">{words.inWechat}</View>}
            {chosen && <View className="t-strong">{words.chosen(chosen.name, chosen.size)}</View>}
            {said && (
              <View className="t-late" {...roleOf('alert')}>
                {said}
              </View>
            )}
            <Button look="secondary" icon="file" disabled={busy} onTap={choose}>
              {chosen ? words.chooseAgain : words.choose}
            </Button>
            {chosen && (
              <Button block loading={busy} disabled={busy} onTap={takeIn}>
                {words.go}
              </Button>
            )}
          </View>
        </Card>
        <Section title={columns.title}>
          <Card flush>
            {columns.rows.map(({ name, note }) => (
              <Row key={name} title={name} note={note} />
            ))}
            <Row icon="download" title={columns.give} onTap={giveEmpty} />
          </Card>
        </Section>
      </View>
    </CommunityFrame>
  )
}

function TakenIn({ taken: { added, linked, orphaned } }: { taken: Taken }) {
  return (
    <Card>
      <View className="stack" {...roleOf('status')}>
        <View className="t-display">{words.done}</View>
        <View>{words.counts(added, linked)}</View>
        {orphaned > 0 ? <Light kind="late" words={words.orphaned(orphaned)} /> : <Light kind="go" words={words.all} />}
        <Button
          look="secondary"
          onTap={() => (orphaned > 0 ? go('branchHouseholds', { orphaned: 1 }) : replaceWith('branchHouseholds'))}
        >
          {words.see}
        </Button>
      </View>
    </Card>
  )
}

function WrongLines({ wrong: { rows, more } }: { wrong: Wrong }) {
  return (
    <View className="stack">
      <View {...roleOf('alert')}>
        <View className="t-title">{words.problems(rows.length + more)}</View>
        <View className="t-note">{words.problemsNote}</View>
      </View>
      <Card flush>
        {rows.map(({ line, path, problem }, at) => (
          <Row
            key={at}
            lead={<View className="t-strong branch-line">{words.line(line)}</View>}
            title={problem}
            note={path}
          />
        ))}
      </Card>
      {more > 0 && <View className="t-note">{words.more(more)}</View>}
    </View>
  )
}
