import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import { type HelpKind, helpKindNeeds } from '../../../../types/volunteer'
import type { Database } from '../../../platform/database'
import type { Caller } from '../../../platform/operations'
import { servedMyself } from './contact-words'
import type { Act, PlannedContact } from './contacts'

dayjs.extend(utc)
dayjs.extend(timezone)

type Answer = Record<string, unknown> | undefined

/** How the people of the county act: each operation at a moment of its own. */
export interface Stage {
  sql: Database
  ask(at: Date, who: Caller, name: string, input: object): Promise<Answer>
  callerOf(personId: number): Promise<Caller>
}

/** One contact on its way through the operations: by whoever owes the answer at that moment, wherever it has gone meanwhile. */
export class Play {
  private contactId: number | undefined
  private helpRequestId: number | undefined
  private handOn: { handOnId: number; help: HelpKind } | undefined

  constructor(
    private readonly stage: Stage,
    private readonly plan: PlannedContact,
    private readonly asker: Caller,
  ) {}

  async begin(): Promise<void> {
    const { kind, words, anonymous, aboutHost, callBack, askedAt } = this.plan
    const input = { kind, words, anonymous, aboutHost, callBack }
    const [there] = await this.stage.sql<{ id: number }[]>`
      select id from contacts where person_id = ${this.asker.personId} and asked_at = ${askedAt}`
    this.contactId = there?.id
    if (there) return
    const asked = await this.stage.ask(askedAt, this.asker, 'hub.askHub', input)
    this.contactId = asked?.contactId as number | undefined
  }

  async act(at: Date, act: Act): Promise<void> {
    const { contactId } = this
    const now = contactId === undefined ? undefined : await this.state(contactId)
    if (!now || contactId === undefined) return
    // An interrupted load goes on: what somebody did at that moment or later is done. Being helped is many steps, each known by its request.
    if (now.actedUntil && +now.actedUntil >= +at && act.do !== 'follow' && act.do !== 'beHelped') {
      if (act.do === 'handOn') this.handOn = await this.handedOn(contactId, act.handOn.help)
      return
    }
    const mine = (name: string, input: object = {}) => this.stage.ask(at, this.asker, name, { contactId, ...input })
    const { version } = now
    switch (act.do) {
      case 'sort':
      case 'discuss':
      case 'claim':
        return void (await this.owners(at, now, 'stepContact', { version, step: act.do, words: act.words }))
      case 'answer':
        return void (await this.owners(at, now, 'answerContact', { version, words: act.words }))
      case 'passOn': {
        const hubId = await this.nextDoor(now.hubId)
        return void (hubId && (await this.owners(at, now, 'passOnContact', { version, hubId, words: act.words })))
      }
      case 'handOn': {
        const { to, words, item, help = 'errand' } = act.handOn
        const itemCode = item === undefined ? undefined : await this.itemCalled(item)
        const handed = await this.owners(at, now, 'handOnContact', { version, to, words, itemCode })
        if (handed) this.handOn = { handOnId: handed.handOnId as number, help }
        return
      }
      case 'say':
        return void (await mine('hub.sayInContact', { words: act.words }))
      case 'callBack':
        return void (await mine('hub.askCallBack'))
      case 'confirm':
        return void (await mine('hub.confirmContact'))
      case 'withdraw':
        return void (await mine('hub.withdrawContact'))
      case 'rate':
        return void (await mine('hub.rateContact', { stars: act.stars, comment: act.comment }))
      case 'follow':
        return this.follow(at)
      case 'beHelped':
        return this.beHelped(at)
    }
  }

  /** Asks for the help he was led to, for the morning after, and ties it to the thread; whoever is asked agrees. */
  private async follow(at: Date): Promise<void> {
    if (!this.handOn) return
    const { help, handOnId } = this.handOn
    const from = dayjs(at).tz('Asia/Shanghai').add(1, 'day').startOf('day').hour(10)
    const until = from.add(helpKindNeeds[help].minutes, 'minute')
    const asked = await this.stage.ask(at, this.asker, 'volunteer.ask', {
      kind: help,
      words: this.plan.words,
      urgency: 'planned',
      windows: [{ from: from.toDate(), until: until.toDate() }],
      areaCode: await this.area(),
    })
    if (!asked) return
    this.helpRequestId = asked.helpRequestId as number
    const input = { contactId: this.contactId, handOnId, targetId: this.helpRequestId }
    await this.stage.ask(at, this.asker, 'hub.followHandOn', input)
    const offers = await this.stage.sql<{ offerId: number; personId: number }[]>`
      select id as "offerId", person_id as "personId" from offers where request_id = ${this.helpRequestId} and status = 'sent' order by id`
    for (const { offerId, personId } of offers) {
      const helper = await this.stage.callerOf(personId)
      await this.stage.ask(at, helper, 'volunteer.answerOffer', { offerId, accept: true })
    }
  }

  /** Whoever agreed came, and the resident says that it is done; where nobody could, the hub's own side has done it. */
  private async beHelped(at: Date): Promise<void> {
    const helpRequestId = this.helpRequestId ?? 0
    const tasks = await this.stage.sql<{ assignmentId: number; personId: number; from: Date; until: Date }[]>`
      select a.id as "assignmentId", a.person_id as "personId", lower(a.span) as "from", upper(a.span) as "until"
        from assignments a where a.request_id = ${helpRequestId} and a.status = 'assigned' order by a.id`
    if (tasks.length === 0) {
      const now = await this.state(this.contactId as number)
      if (now) await this.owners(at, now, 'answerContact', { version: now.version, words: servedMyself })
      return
    }
    for (const { assignmentId, personId, from, until } of tasks) {
      const helper = await this.stage.callerOf(personId)
      const does = (moment: number, name: string) =>
        this.stage.ask(new Date(moment), helper, `volunteer.${name}`, { assignmentId })
      await does(+from - 20 * 60_000, 'setOut')
      await does(+from, 'checkIn')
      await does(+until - 5 * 60_000, 'checkOut')
    }
    await this.stage.ask(at, this.asker, 'volunteer.confirmDone', { helpRequestId })
  }

  private async owners(at: Date, now: { ownerId: number | null }, name: string, input: object): Promise<Answer> {
    if (now.ownerId === null) return undefined
    const owner = await this.stage.callerOf(now.ownerId)
    return this.stage.ask(at, owner, `hub.${name}`, { contactId: this.contactId, ...input })
  }

  private async state(contactId: number) {
    const [row] = await this.stage.sql<
      { version: number; ownerId: number | null; hubId: number; actedUntil: Date | null }[]
    >`
      select version, owner_id as "ownerId", hub_id as "hubId",
             (select max(e.at) from contact_events e where e.contact_id = c.id and e.actor <> 'system' and e.kind <> 'ask') as "actedUntil"
        from contacts c where id = ${contactId}`
    return row
  }

  private async handedOn(contactId: number, help: HelpKind = 'errand') {
    const [row] = await this.stage.sql<{ id: number }[]>`
      select id from contact_hand_ons where contact_id = ${contactId} order by id limit 1`
    return row && { handOnId: row.id, help }
  }

  private async nextDoor(hubId: number): Promise<number | undefined> {
    const [row] = await this.stage.sql<{ id: number }[]>`
      select h.id from hubs h join hubs o on o.id = ${hubId} and left(o.area_code, 12) = left(h.area_code, 12)
       where h.id <> o.id and h.status = 'open' order by h.id < o.id, h.id limit 1`
    return row?.id
  }

  private async area(): Promise<string | undefined> {
    const [row] = await this.stage.sql<{ code: string }[]>`
      select h.area_code as code from household_members m join households h on h.id = m.household_id
       where m.person_id = ${this.asker.personId} and m.left_at is null`
    return row?.code
  }

  private async itemCalled(name: string): Promise<string | undefined> {
    const [row] = await this.stage.sql<{ code: string }[]>`
      select code from service_items where published_version is not null
       order by strpos(name, ${name}) = 0, code limit 1`
    return row?.code
  }
}
