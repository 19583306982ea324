import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card } from '../../../../components/card'
import { Choice } from '../../../../components/choice'
import { Field } from '../../../../components/field'
import { Heading } from '../../../../components/heading'
import { Icon } from '../../../../components/icon'
import { Shell } from '../../../../components/shell'
import { Switch } from '../../../../components/switch'
import { client } from '../../../../platform/client'
import { replaceWith } from '../../../../platform/routes'
import { wordsOf } from '../../../../platform/say'
import { helperRefusal, helperWording as words } from '../../helper/wording'

type Kind = keyof typeof words.kinds

/** Naming a helper for one application, with a consent that says what it covers and ends by itself. */
export default function HelperPage() {
  const { params } = useRouter()
  const applicationId = Number(params.applicationId)
  const [kind, setKind] = useState<Kind>('gridWorker')
  const [phone, setPhone] = useState('')
  const [agreed, setAgreed] = useState(false)
  const [problem, setProblem] = useState('')
  const [sending, setSending] = useState(false)
  const [named, setNamed] = useState<{ name: string; until: Date }>()

  const submit = async () => {
    if (!agreed) return setProblem(words.needAgree)
    setProblem('')
    setSending(true)
    try {
      const answer = await client.application.nameHelper({
        applicationId,
        agreed: true,
        ...(kind === 'gridWorker' ? { gridWorker: true } : { phone: phone.trim() }),
      })
      if (answer.ok) setNamed(answer.value)
      else setProblem(helperRefusal(answer.refusal))
    } catch (error) {
      setProblem(wordsOf(error))
    } finally {
      setSending(false)
    }
  }

  if (named) {
    return (
      <Shell
        title={words.title}
        bar={
          <Button block look="secondary" onTap={() => replaceWith('application', { applicationId })}>
            {words.see}
          </Button>
        }
      >
        <View className="stack t-center" role="status">
          <View className="t-display">{words.done(named.name)}</View>
          <View>{words.doneNote(named.until)}</View>
        </View>
      </Shell>
    )
  }
  return (
    <Shell
      title={words.title}
      bar={
        <Button block loading={sending} disabled={sending} onTap={submit}>
          {words.submit}
        </Button>
      }
    >
      <View className="stack">
        <View>
          <Heading level={2} className="t-title">
            {words.lead}
          </Heading>
          <View className="t-note">{words.note}</View>
        </View>
        <Card>
          <View className="stack">
            <Choice
              label={words.who}
              options={(['gridWorker', 'family'] as const).map((value) => ({ value, words: words.kinds[value] }))}
              value={kind}
              onChange={setKind}
            />
            {kind === 'gridWorker' ? (
              <View className="t-note">{words.gridWorkerNote}</View>
            ) : (
              <Field
                label={words.phone}
                required
                type="tel"
                most={11}
                hint={words.phoneHint}
                value={phone}
                onChange={setPhone}
              />
            )}
          </View>
        </Card>
        <Card>
          <View className="stack">
            <View className="t-strong">{words.may}</View>
            {words.mayLines.map((line) => (
              <View key={line} className="line">
                <Icon name="check" size={20} />
                <View className="grow">{line}</View>
              </View>
            ))}
            <Switch label={words.agree} on={agreed} onChange={setAgreed} />
          </View>
        </Card>
        {problem && (
          <View className="t-late" role="alert">
            {problem}
          </View>
        )}
      </View>
    </Shell>
  )
}
