import { View } from '@tarojs/components'
import type { ContactDetail } from '../../../../types/hub'
import { Button } from '../../../components/button'
import { Card, Row, Section } from '../../../components/card'
import { Dated } from '../../../components/dated'
import { Heading } from '../../../components/heading'
import { Light } from '../../../components/light'
import { RateForm } from '../../../components/rate-form'
import { Rating } from '../../../components/rating'
import { Shell } from '../../../components/shell'
import { roleOf } from '../../../components/spoken'
import { client } from '../../../platform/client'
import { nearTime } from '../../../platform/dates'
import { go } from '../../../platform/routes'
import { confirm } from '../../../platform/say'
import { useStep } from '../../../platform/use-step'
import { kindNames } from '../wording'
import { HandOnCard } from './hand-on-card'
import { headOf, linesOf, owedWords } from './lines'
import { Numbers } from './numbers-card'
import { Said } from './said'
import { SayCard } from './say-card'
import { ContactSteps } from './steps'
import { type StepRefusal, stepRefusal, threadWording as words } from './wording'

/** One thread, whatever it became: where it stands, all that was said, what it was handed on to, and what I can do. */
export function ThreadView({ contact, again }: { contact: ContactDetail; again: () => Promise<void> }) {
  const { contactId, allowedActions: may, status } = contact
  const { busy, run } = useStep<StepRefusal>(stepRefusal, again)
  const now = new Date()
  const owed = owedWords(contact, (at) => nearTime(at, now))
  const tags = [contact.anonymous && words.anonymous, contact.aboutHost && words.aboutHost].filter(Boolean)
  const withdraw = async () => {
    if (!(await confirm(words.withdrawAsk, words.withdrawYes))) return
    void run('withdraw', () => client.hub.withdrawContact({ contactId }), words.withdrawn)
  }
  const over = may.length === 0
  const last = contact.messages.at(-1)
  // Wished already, and nobody has said anything since.
  const mayCall = may.includes('callBack') && !(last?.mine && last.callBack)
  const more = mayCall || may.includes('withdraw')
  return (
    <Shell
      title={words.title}
      bar={
        over ? (
          <Button look="secondary" block onTap={() => go('hub')}>
            {words.askAgain}
          </Button>
        ) : undefined
      }
    >
      <View className="stack">
        <View>
          <Heading level={2} className="t-title">
            <View {...roleOf('status')}>{headOf(contact)}</View>
          </Heading>
          {owed && <View>{contact.overdue ? <Light kind="late" words={owed} /> : <Dated words={owed} />}</View>}
          <View className="t-note">
            <Dated words={[words.about(kindNames[contact.kind], contact.hubName), ...tags].join(' · ')} />
          </View>
          {status !== 'withdrawn' && <ContactSteps contact={contact} />}
        </View>
        {may.includes('rate') && (
          <RateForm
            name={`hub/rate/${contactId}`}
            words={words}
            busy={busy !== ''}
            sending={busy === 'rate'}
            onRate={(stars, comment) =>
              run('rate', () => client.hub.rateContact({ contactId, stars, comment }), words.rated)
            }
          >
            {may.includes('confirm') && (
              <Button
                look="quiet"
                block
                loading={busy === 'confirm'}
                onTap={() => void run('confirm', () => client.hub.confirmContact({ contactId }), words.confirmed)}
              >
                {words.confirm}
              </Button>
            )}
          </RateForm>
        )}
        {contact.stars !== null && (
          <Card>
            <Rating label={words.rate} value={contact.stars} />
            {contact.comment ? <View>{contact.comment}</View> : null}
          </Card>
        )}
        <View className="thread" role="list">
          {linesOf(contact).map((line) =>
            line.kind === 'message' ? (
              <Said key={line.key} message={line.message} />
            ) : line.kind === 'event' ? (
              <View key={line.key} role="listitem" className="thread__event">
                <Dated words={line.timed ? `${line.said} · ${nearTime(line.at, now)}` : line.said} />
              </View>
            ) : (
              <View key={line.key} role="listitem">
                <HandOnCard
                  contact={contact}
                  handOn={line.handOn}
                  busy={busy !== ''}
                  onFollow={(targetId) =>
                    void run(
                      'follow',
                      () => client.hub.followHandOn({ contactId, handOnId: line.handOn.handOnId, targetId }),
                      words.followed,
                    )
                  }
                />
              </View>
            ),
          )}
        </View>
        {may.includes('say') && (
          <SayCard
            contactId={contactId}
            answered={status === 'answered'}
            quiet={may.includes('rate') || may.includes('follow')}
            onSaid={again}
          />
        )}
        {more && (
          <Section title={words.more}>
            <Card flush>
              {mayCall && (
                <Row
                  icon="phone"
                  title={words.callBack}
                  note={words.callBackNote}
                  onTap={() => void run('callBack', () => client.hub.askCallBack({ contactId }), words.callBackSent)}
                />
              )}
              {may.includes('withdraw') && <Row icon="close" title={words.withdraw} onTap={() => void withdraw()} />}
            </Card>
          </Section>
        )}
        {may.includes('share') && (
          <Card>
            <Numbers
              contact={contact}
              busy={busy !== ''}
              onShare={(share) =>
                void run(
                  'share',
                  () => client.hub.shareNumber({ contactId, share }),
                  share ? words.shared : words.unshared,
                )
              }
            />
          </Card>
        )}
      </View>
    </Shell>
  )
}
