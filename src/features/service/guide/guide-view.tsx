import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '../../../components/button'
import { Quiet } from '../../../components/card'
import { Shell } from '../../../components/shell'
import { Empty, Failed, Skeleton } from '../../../components/states'
import { clock } from '../../../platform/dates'
import { useElderMode } from '../../../platform/elder-mode'
import { makePhoneCall } from '../../../platform/help-phone'
import { useSignedIn } from '../../../platform/session'
import { keptForm } from '../apply/kept-form'
import { useEarlierDocuments } from '../documents/use-earlier-documents'
import type { ItemDetail } from '../shapes'
import { wording } from '../wording'
import { OutcomeView } from './outcome'
import { OneQuestion, Questions } from './questions'
import { RulesSheet } from './rules-sheet'
import { StartBar } from './start-bar'
import { useGuide } from './use-guide'
import { guideWording as words } from './wording'

/** Questions until they are answered, then the answer; with 改一改 back again. */
export function GuideView({ item }: { item: ItemDetail }) {
  const elder = useElderMode()
  const signedIn = useSignedIn()
  const { guide, answers, problem, asking, answer, again } = useGuide(item.code)
  // Somebody who answered everything before begins with the answer.
  const [asks, setAsks] = useState<boolean>()
  const [at, setAt] = useState(0)
  const [more, setMore] = useState(false)
  const questions = guide?.questions ?? []
  const outcome = guide?.outcome ?? undefined
  const first = guide !== undefined && asks === undefined
  useEffect(() => {
    if (!first || !guide) return
    setAsks(guide.outcome === null)
    setAt(
      Math.max(
        0,
        guide.questions.findIndex((q) => q.answer === null),
      ),
    )
  }, [first, guide])
  const reusable = outcome?.documents.filter((doc) => doc.reusable && doc.form === 'electronic') ?? []
  const earlier = useEarlierDocuments(
    reusable.map((doc) => doc.name),
    signedIn === true,
  )
  const kept = keptForm(item.code)
  const open = questions.filter((q) => !(q.key in answers)).length
  const choose = (key: string, value: string) => {
    answer(key, value)
    // The large mode goes on by itself: the answer was the one thing to do here.
    if (elder) setAt((before) => before + 1)
  }
  // All questions are behind, or the rest does not apply any more.
  const done = outcome !== undefined && !asking && (elder ? at >= questions.length || !outcome.eligible : open === 0)
  useEffect(() => {
    if (asks && done && elder) setAsks(false)
  }, [asks, done, elder])

  const bar = () => {
    if (!guide) return undefined
    if (asks === false && outcome?.eligible) return <StartBar item={item} answers={answers} kept={kept !== undefined} />
    if (asks === false && item.window) {
      const { phone } = item.window
      return (
        <Button block look="secondary" icon="phone" onTap={() => makePhoneCall(phone)}>
          {words.callWindow(phone)}
        </Button>
      )
    }
    if (asks && elder && at > 0) {
      return (
        <Button block look="secondary" onTap={() => setAt(at - 1)}>
          {words.back}
        </Button>
      )
    }
    if (asks && !elder) {
      return (
        <Button block disabled={!outcome || asking} onTap={() => setAsks(false)}>
          {outcome || open === 0 ? words.see : words.answerAll(open)}
        </Button>
      )
    }
    return undefined
  }

  return (
    <Shell title={item.name} bar={bar()}>
      {!guide && !problem && <Skeleton rows={4} />}
      {problem?.offline && <Failed words={wording.offline} onAgain={again} />}
      {problem && !problem.offline && <Empty words={problem.words} />}
      {kept && asks === false && (
        <View className="guide__kept">
          <Quiet>{words.kept(clock(new Date(kept.savedAt)))}</Quiet>
        </View>
      )}
      {guide && asks === true && !elder && <Questions questions={questions} answers={answers} onAnswer={choose} />}
      {guide && asks === true && elder && (
        <OneQuestion
          questions={questions}
          answers={answers}
          at={Math.min(at, questions.length - 1)}
          onAnswer={choose}
        />
      )}
      {guide && asks === false && outcome && (
        <OutcomeView
          guide={guide}
          outcome={outcome}
          earlier={earlier}
          onChange={() => {
            setAt(0)
            setAsks(true)
          }}
          onMore={() => setMore(true)}
        />
      )}
      <RulesSheet item={item} open={more} onClose={() => setMore(false)} />
    </Shell>
  )
}
