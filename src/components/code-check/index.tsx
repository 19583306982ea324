import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { env } from '../../platform/env'
import { wordsOf } from '../../platform/say'
import { Button } from '../button'
import { Card } from '../card'
import { Field } from '../field'
import { Heading } from '../heading'
import { Light } from '../light'
import { Shell } from '../shell'
import './style.scss'

/** What a paper states, for whoever compares it with the one in his hand. */
export interface Found {
  /** True, and no other one took its place. */
  valid: boolean
  /** The head and the sentence under it. */
  verdict: string
  note: string
  facts: readonly (readonly [name: string, value: ReactNode])[]
}

interface CodeCheckProps {
  words: {
    title: string
    lead: string
    note: string
    code: string
    hint: string
    check: string
    scan: string
    no: string
    noNote: string
  }
  /** What is known under a code; null when nothing is. Throws what the page should say. */
  check: (code: string) => Promise<Found | null>
}

/** Anybody checks a paper by its code, typed, scanned or brought by a link (`code`): it says no more than the paper itself. */
export function CodeCheck({ words, check }: CodeCheckProps) {
  const linked = useRouter().params.code
  const [code, setCode] = useState(linked ? decodeURIComponent(linked) : '')
  const [found, setFound] = useState<Found | null>()
  const [problem, setProblem] = useState('')
  const [asking, setAsking] = useState(false)

  const ask = useCallback(
    async (given: string) => {
      setAsking(true)
      setProblem('')
      try {
        setFound(await check(given.replace(/\s/g, '')))
      } catch (error) {
        setProblem(wordsOf(error))
      } finally {
        setAsking(false)
      }
    },
    [check],
  )
  useEffect(() => {
    if (linked) void ask(decodeURIComponent(linked))
  }, [linked, ask])
  const scan = async () => {
    const scanned = await Taro.scanCode({}).catch(() => undefined) // put away by the person
    if (!scanned) return
    const inside = codeIn(scanned.result)
    setCode(inside)
    await ask(inside)
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
          <Button block loading={asking} disabled={asking || code.trim() === ''} onTap={() => void ask(code)}>
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
          <View role="status" className="stack">
            <Card>
              <View className="verdict">
                <Light
                  kind={found === null ? 'late' : found.valid ? 'go' : 'soon'}
                  words={found === null ? words.no : found.verdict}
                  pill
                />
                <View>{found === null ? words.noNote : found.note}</View>
              </View>
            </Card>
            {found && (
              <Card>
                <View className="facts">
                  {found.facts.map(([name, value]) => (
                    <View key={name} className="facts__one">
                      <View className="t-note facts__name">{name}</View>
                      <View className="t-strong facts__value">{value}</View>
                    </View>
                  ))}
                </View>
              </Card>
            )}
          </View>
        )}
      </View>
    </Shell>
  )
}

/** The code inside what was scanned: an address of a page, or the code itself. */
const codeIn = (scanned: string) => {
  const inside = /[?&]code=([^&#]+)/.exec(scanned)?.[1]
  return inside ? decodeURIComponent(inside) : scanned.trim()
}
