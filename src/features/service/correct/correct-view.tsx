import { View } from '@tarojs/components'
import { useState } from 'react'
import { problemsInForm } from '../../../../types/catalogue'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { Light } from '../../../components/light'
import { Shell } from '../../../components/shell'
import { useElderMode } from '../../../platform/elder-mode'
import { replaceWith } from '../../../platform/routes'
import { Fields } from '../apply/fields'
import { emptyDocument } from '../apply/kept-form'
import type { Problems } from '../apply/problems'
import { readForm } from '../apply/to-submission'
import { applyWording } from '../apply/wording'
import { DocumentCard } from '../documents/document-card'
import { useOnTheWay } from '../documents/use-on-the-way'
import { documentsWording } from '../documents/wording'
import type { ApplicationDetail } from '../shapes'
import type { AskedFor } from './asked-for'
import './style.scss'
import { useCorrect } from './use-correct'
import { correctWording as words } from './wording'

/** What has to be mended, one under the other; in the large mode one at a time. Each says what is wrong and how to mend it. */
export function CorrectView({ application }: { application: ApplicationDetail }) {
  const elder = useElderMode()
  const [at, setAt] = useState(0)
  const [problems, setProblems] = useState<Problems>({})
  const way = useOnTheWay()
  const { asked, mended, change, isMended, open, problem, sending, kept, submit } = useCorrect(application)
  if (!asked) return null
  const { kind, lines, dueAt } = asked
  if (kept) {
    return (
      <Shell title={words.title[kind]}>
        <View className="stack" role="status">
          <View className="t-display">{words.kept}</View>
          <View>{words.keptNote}</View>
          <Button
            look="secondary"
            onTap={() => replaceWith('application', { applicationId: application.applicationId })}
          >
            {words.see}
          </Button>
        </View>
      </Shell>
    )
  }
  const handIn = () => {
    const found = mended.typedAnew ? problemsInForm(application.form, readForm(application.form, mended.typed)) : []
    setProblems(Object.fromEntries(found.map(({ key, problem: said }) => [`form.${key}`, said])))
    if (found.length === 0 && way.failed.length === 0) void submit()
  }
  const one = (line: AskedFor, index: number) => (
    // In the large mode the others stay out of sight: what is on its way there goes on.
    <View key={line.key} className="stack" style={elder && index !== at ? { display: 'none' } : {}}>
      <View className="between">
        <Heading level={2} className="t-head">
          {index + 1}. {line.name || words.form}
        </Heading>
        {isMended(line) && <Light kind="go" words={words.mended} />}
      </View>
      {(line.what || line.how) && (
        <View className="correct__why">
          {line.what && (
            <View>
              {words.what}：{line.what}
            </View>
          )}
          {line.how && (
            <View>
              {words.how}：{line.how}
            </View>
          )}
        </View>
      )}
      {line.document ? (
        <DocumentCard
          document={{
            ...line.document,
            deferrable: false,
            note: line.document.note === line.how ? null : line.document.note,
          }}
          itemName={application.itemName}
          value={mended.documents[line.key] ?? emptyDocument}
          unnamed
          earlier={undefined}
          problem={way.places[line.key]?.failed ? documentsWording.notSent : ''}
          onWay={(now) => way.report(line.key, now)}
          onChange={(value) => change((before) => ({ documents: { ...before.documents, [line.key]: value } }))}
        />
      ) : (
        <Card>
          <Fields
            form={application.form}
            typed={mended.typed}
            problems={problems}
            focus=""
            onChange={(key, value) =>
              change((before) => ({ typed: { ...before.typed, [key]: value }, typedAnew: true }))
            }
            onLeave={() => undefined}
          />
        </Card>
      )}
    </View>
  )
  const more = elder && at < lines.length - 1
  const ready = kind === 'correct' ? open === 0 : open < lines.length
  return (
    <Shell
      title={words.title[kind]}
      bar={
        <>
          {elder && at > 0 && (
            <Button look="secondary" onTap={() => setAt(at - 1)}>
              {words.back}
            </Button>
          )}
          {more ? (
            <Button block onTap={() => setAt(at + 1)}>
              {words.next}
            </Button>
          ) : (
            <Button block loading={sending} disabled={!ready || sending || way.sending > 0} onTap={handIn}>
              {way.sending > 0
                ? applyWording.uploading(way.sending)
                : ready || kind === 'supply'
                  ? words.submit[kind]
                  : words.left(open)}
            </Button>
          )}
        </>
      }
    >
      <View className="stack">
        <View>
          <View className="t-title">{words.lead[kind](lines.length)}</View>
          {dueAt && <View className="t-note">{words.until(dueAt)}</View>}
        </View>
        {lines.map(one)}
        {kind === 'supply' && <View className="t-note">{words.leftSupply}</View>}
        {problem && (
          <View className="t-late" role="alert">
            {problem}
          </View>
        )}
      </View>
    </Shell>
  )
}
