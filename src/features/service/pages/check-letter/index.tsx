import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import type { application } from '../../../../../types/application'
import type { OutputOf } from '../../../../../types/operation'
import { Button } from '../../../../components/button'
import { Card } from '../../../../components/card'
import { Field } from '../../../../components/field'
import { Heading } from '../../../../components/heading'
import { Light } from '../../../../components/light'
import { Shell } from '../../../../components/shell'
import { client } from '../../../../platform/client'
import { datedDay } from '../../../../platform/dates'
import { env } from '../../../../platform/env'
import { wordsOf } from '../../../../platform/say'
import { caseWording } from '../../case/wording'
import '../../letter/style.scss'
import { letterWording as words } from '../../letter/wording'

type Letter = NonNullable<OutputOf<(typeof application)['checkLetter']>['letter']>

/** Anybody checks a letter by its code: it says no more than the letter itself. */
export default function CheckLetterPage() {
  const { params } = useRouter()
  const [code, setCode] = useState(params.code ? decodeURIComponent(params.code) : '')
  const [found, setFound] = useState<Letter | null>()
  const [problem, setProblem] = useState('')
  const [asking, setAsking] = useState(false)

  const check = useCallback(async (given: string) => {
    setAsking(true)
    setProblem('')
    try {
      const answer = await client.application.checkLetter({ code: given.replace(/\s/g, '') })
      if (answer.ok) setFound(answer.value.letter)
    } catch (error) {
      setProblem(wordsOf(error))
    } finally {
      setAsking(false)
    }
  }, [])
  const linked = params.code
  useEffect(() => {
    if (linked) void check(decodeURIComponent(linked))
  }, [linked, check])
  const scan = async () => {
    const scanned = await Taro.scanCode({}).catch(() => undefined) // put away by the person
    if (!scanned) return
    const inside = codeIn(scanned.result)
    setCode(inside)
    await check(inside)
  }

  return (
    <Shell
      title={words.title}
      bar={
        <>
          {env.inWechat && (
            <Button look="secondary" icon="scan" onTap={() => void scan()}>
              {words.scan}
            </Button>
          )}
          <Button block loading={asking} disabled={asking || code.trim() === ''} onTap={() => void check(code)}>
            {words.check}
          </Button>
        </>
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
          <Field
            label={words.code}
            required
            hint={words.hint}
            most={40}
            value={code}
            problem={problem}
            onChange={(typed) => {
              setCode(typed.toUpperCase())
              setFound(undefined)
            }}
          />
        </Card>
        {found !== undefined && (
          <View role="status">
            {found === null ? (
              <Card>
                <View className="verdict">
                  <Light kind="late" words={words.no} pill />
                  <View>{words.noNote}</View>
                </View>
              </Card>
            ) : (
              <Facts letter={found} />
            )}
          </View>
        )}
      </View>
    </Shell>
  )
}

function Facts({ letter }: { letter: Letter }) {
  const { facts } = words
  const rows: readonly (readonly [string, ReactNode])[] = [
    [facts.kind, caseWording.letters.names[letter.kind]],
    [facts.number, inParts(letter.number)],
    [facts.itemName, letter.itemName],
    [facts.applicant, letter.applicant],
    [facts.department, letter.department],
    [facts.issuedOn, datedDay(letter.issuedOn)],
    ...(letter.outcome ? [[facts.outcome, caseWording.decision[letter.outcome]] as const] : []),
  ]
  return (
    <View className="stack">
      <Card>
        <View className="verdict">
          <Light kind={letter.replaced ? 'soon' : 'go'} words={letter.replaced ? words.replaced : words.yes} pill />
          <View>{letter.replaced ? words.replacedNote : words.compare}</View>
        </View>
      </Card>
      <Card>
        <View className="facts">
          {rows.map(([name, value]) => (
            <View key={name} className="facts__one">
              <View className="t-note facts__name">{name}</View>
              <View className="t-strong facts__value">{value}</View>
            </View>
          ))}
        </View>
      </Card>
    </View>
  )
}

/** A case number, on two lines only between its parts. */
const inParts = (number: string) =>
  number.match(/[^-]+-?/g)?.map((part) => (
    <Text key={part} className="nowrap">
      {part}
    </Text>
  ))

/** The code inside what was scanned: an address of this page, or the code itself. */
const codeIn = (scanned: string) => {
  const linked = /[?&]code=([^&#]+)/.exec(scanned)?.[1]
  return linked ? decodeURIComponent(linked) : scanned.trim()
}
