import { randomBytes, randomUUID } from 'node:crypto'
import { stepOperations } from '../../cloud/application/apply/step-operations'
import { absenceOperations } from '../../cloud/application/desk/absence-operations'
import { acceptOperations } from '../../cloud/application/desk/accept-operations'
import { assignOperations } from '../../cloud/application/desk/assign-operations'
import { caseOperations } from '../../cloud/application/desk/case-operations'
import { decideOperations } from '../../cloud/application/desk/decide-operations'
import { extendOperations } from '../../cloud/application/desk/extend-operations'
import { noticeOperations } from '../../cloud/application/desk/notice-operations'
import { queueOperations } from '../../cloud/application/desk/queue-operations'
import { reviewOperations } from '../../cloud/application/desk/review-operations'
import { startClock } from '../../cloud/application/life/clock'
import { move, type Step } from '../../cloud/application/life/move'
import { type Application, lockApplication, selectSettings } from '../../cloud/application/life/queries'
import { accepting, selectOptionalNextOwner } from '../../cloud/application/staff/queries'
import { recordAudit } from '../../cloud/audit/record'
import { dayOf } from '../../cloud/deadlines/working-days'
import { deriveKeys, seal } from '../../cloud/platform/crypto'
import { inTransaction } from '../../cloud/platform/database'
import type { JobDeps } from '../../cloud/platform/jobs'
import { createLog } from '../../cloud/platform/log'
import type { Caller, Grant, Services } from '../../cloud/platform/operations'
import { type Endpoints, serve } from '../../cloud/platform/serve'
import { applyOperations } from '../../types/application/apply'
import { deskOperations } from '../../types/application/desk'
import type { ItemContent } from '../../types/catalogue'
import type { AnyOperation, OutputOf, RefusalOf, RequestOf } from '../../types/operation'
import { readDates, wireDates } from '../cloud'
import { createTestDatabase, type TestDatabase } from '../database'
import { county, insertAreas, liuqiao, shitang } from '../factories/areas'
import { insertItem, itemOf } from './items'

const { correct, supply, withdraw, say } = applyOperations
const operations = { ...deskOperations, correct, supply, withdraw, say }
type Desk = typeof operations
type Loose<T> = T extends { requestId: string } ? Omit<T, 'requestId'> & { requestId?: string } : T

export interface Item {
  itemId: number
  code: string
  content: ItemContent
}

/** A county's office with a clock that tests set: real PostgreSQL, the endpoints as they are served, people and cases made as the statements make them. */
export interface Office extends TestDatabase {
  now: Date
  item: Item
  /** Two clerks and an approver of 柳桥, a clerk of 石塘, an approver of the county, its supervisor. */
  clerk: number
  otherClerk: number
  approver: number
  elsewhere: number
  countyApprover: number
  supervisor: number
  jobs: JobDeps
  person(name: string, roles?: readonly [string, string][]): Promise<number>
  publish(changes?: Parameters<typeof itemOf>[0]): Promise<Item>
  /** Submits as the applicant's side does: the documents named have a file, those in `later` are promised. */
  submit(options?: Submission): Promise<number>
  /** A photo of this person's in the store. */
  photo(ownerId: number): Promise<number>
  /** Answers a correction notice: a new photo of each document named, new values for the form. */
  correct(applicationId: number, keys: readonly string[]): Promise<void>
  step(applicationId: number, step: Step): Promise<Application>
  read(applicationId: number): Promise<Application>
  ask<V extends keyof Desk & string>(who: number, verb: V, input: Loose<RequestOf<Desk[V]>>): Promise<OutputOf<Desk[V]>>
  refusal<V extends keyof Desk & string>(
    who: number,
    verb: V,
    input: Loose<RequestOf<Desk[V]>>,
  ): Promise<RefusalOf<Desk[V]>>
  /** The case as the desk sees it, for the next step. */
  seen(applicationId: number): Promise<{ applicationId: number; version: number }>
  events(applicationId: number): Promise<{ kind: string; actor: string; personId: number | null; why: string | null }[]>
  told(personId: number): Promise<{ kind: string; facts: Record<string, unknown> }[]>
}

export interface Submission {
  applicantId?: number
  item?: Item
  areaCode?: string
  documents?: readonly string[]
  later?: readonly string[]
  delivery?: 'electronic' | 'post' | 'pickUp'
  visitsNeeded?: 0 | 1
}

/** A Monday morning without a holiday near. */
export const monday = new Date('2026-11-23T09:00:00+08:00')

export async function openOffice(): Promise<Office> {
  const database = await createTestDatabase()
  const { sql } = database
  await insertAreas(sql)
  const keys = deriveKeys(randomBytes(32))
  const services = { keys, log: createLog('silent'), templates: {}, countyCode: county } as unknown as Services
  const endpoints: Endpoints = serve(
    'application',
    operations,
    {
      ...stepOperations,
      ...queueOperations,
      ...caseOperations,
      ...assignOperations,
      ...absenceOperations,
      ...noticeOperations,
      ...acceptOperations,
      ...reviewOperations,
      ...extendOperations,
      ...decideOperations,
    },
    { sql, services, recordAudit, now: () => office.now },
  )
  let people = 0

  const caller = async (personId: number): Promise<Caller> => ({
    personId,
    sessionId: 0,
    openid: null,
    grants: await sql<Grant[]>`
      select role, area_code as "areaCode" from role_grants where person_id = ${personId} and revoked_at is null`,
  })
  const call = async (who: number, verb: string, input: object) => {
    const op = operations[verb as keyof Desk] as AnyOperation
    const body = op.writes && !('requestId' in input) ? { requestId: randomUUID(), ...input } : input
    const answer = await endpoints.get(`application.${verb}`)?.(await caller(who), wireDates(body))
    return readDates(answer) as { ok: true; value: never } | { ok: false; refusal: never }
  }

  const office: Office = {
    ...database,
    now: monday,
    item: undefined as never,
    clerk: 0,
    otherClerk: 0,
    approver: 0,
    elsewhere: 0,
    countyApprover: 0,
    supervisor: 0,
    jobs: { sql, services, now: () => office.now },

    async person(name, roles = []) {
      const [row] = await sql<{ id: number }[]>`
        insert into people (openid, nickname, community_code) values (${`office-${++people}`}, ${name}, ${liuqiao}) returning id`
      const id = row?.id ?? 0
      for (const [role, area] of roles)
        await sql`insert into role_grants (person_id, role, area_code, valid_from) values (${id}, ${role}, ${area}, now() - interval '1 hour')`
      return id
    },

    async publish(changes) {
      const content = itemOf(changes)
      return { ...(await insertItem(sql, content)), content }
    },

    async submit({
      applicantId,
      item = office.item,
      areaCode = liuqiao,
      documents = item.content.documents.map((d) => d.key),
      later = [],
      delivery = 'electronic',
      visitsNeeded = 0,
    } = {}) {
      const applicant = applicantId ?? (await office.person('吴桂英'))
      const { content, itemId } = item
      return inTransaction(sql, async (tx) => {
        const [row] = await tx<{ id: number }[]>`
          insert into applications (item_id, item_version, item_name, department, kind, area_code, applicant_id, applicant_name, made_by, form_cipher, delivery)
          select ${itemId}, 1, ${content.name}, ${content.department}, ${content.kind}, ${areaCode}, id, nickname, id,
                 ${seal(keys.field, JSON.stringify({ shop: '桂英小面馆' }))}, ${delivery}
            from people where id = ${applicant} returning id`
        const applicationId = row?.id ?? 0
        await handIn(tx, applicationId, 1, [...documents.filter((key) => !later.includes(key)), 'form'])
        for (const key of later)
          await tx`insert into application_documents (application_id, key, round, later) values (${applicationId}, ${key}, 1, true)`
        const { noticeDays } = await selectSettings(tx)
        const ownerId = await selectOptionalNextOwner(tx, areaCode, accepting, [applicant], dayOf(office.now))
        const draft = (await lockApplication(tx, applicationId, { as: 'system' })) as Application
        const set = {
          ...startClock('notice', office.now, noticeDays),
          number: `T-${applicationId}`,
          round: 1,
          visitsNeeded,
        }
        await move(
          tx,
          draft,
          {
            kind: 'submit',
            actor: 'applicant',
            personId: applicant,
            set: { ...set, ownerId: ownerId ?? null, submittedAt: office.now },
          },
          office.now,
        )
        return applicationId
      })
    },

    async photo(ownerId) {
      const [row] = await sql<{ id: number }[]>`
        insert into files (owner_id, status, name, mime_type, size, sha256, received_sha256, location, key_id, wrapped_key, stored_at)
        values (${ownerId}, 'stored', 'photo.jpg', 'image/jpeg', 1000, sha256('x'), sha256('x'), gen_random_uuid()::text, repeat('0', 16), 'x', now()) returning id`
      return row?.id ?? 0
    },

    async correct(applicationId, keys_) {
      const { applicantId } = await office.read(applicationId)
      const documents = []
      for (const key of keys_.filter((k) => k !== 'form'))
        documents.push({ key, fileIds: [await office.photo(applicantId)] })
      const form = keys_.includes('form') ? { form: { shop: `桂英小面馆 ${randomUUID()}` } } : {}
      await office.ask(applicantId, 'correct', { applicationId, documents, ...form })
    },

    step: (applicationId, step) =>
      inTransaction(sql, async (tx) =>
        move(tx, (await lockApplication(tx, applicationId, { as: 'system' })) as Application, step, office.now),
      ),

    read: (applicationId) =>
      inTransaction(sql, async (tx) => (await lockApplication(tx, applicationId, { as: 'system' })) as Application),

    async ask(who, verb, input) {
      const answer = await call(who, verb, input)
      if (!answer.ok) throw new Error(`${verb} was refused: ${JSON.stringify(answer.refusal)}`)
      return answer.value
    },
    async refusal(who, verb, input) {
      const answer = await call(who, verb, input)
      if (answer.ok) throw new Error(`${verb} was not refused: ${JSON.stringify(answer.value)}`)
      return answer.refusal
    },
    async seen(applicationId) {
      const [row] = await sql<{ version: number }[]>`select version from applications where id = ${applicationId}`
      return { applicationId, version: row?.version ?? 0 }
    },
    events: async (applicationId) => sql`
      select kind, actor, person_id as "personId", why from application_events where application_id = ${applicationId} order by seq`,
    told: async (personId) => sql`select kind, facts from notices where person_id = ${personId} order by id`,
  }
  office.item = await office.publish()
  office.clerk = await office.person('孙丽', [['clerk', liuqiao]])
  office.approver = await office.person('方主任', [['approver', liuqiao]])
  office.elsewhere = await office.person('石塘窗口', [['clerk', shitang]])
  office.countyApprover = await office.person('县审批', [['approver', county]])
  office.supervisor = await office.person('监督员', [['supervisor', county]])
  office.otherClerk = await office.person('钱勇', [['clerk', liuqiao]])
  return office
}

async function handIn(
  tx: Parameters<typeof move>[0],
  applicationId: number,
  round: number,
  keys: readonly string[],
): Promise<void> {
  for (const key of keys) {
    await tx`insert into application_documents (application_id, key, round) values (${applicationId}, ${key}, ${round})`
    if (key !== 'form')
      await tx`
        with photo as (
          insert into files (owner_id, status, name, mime_type, size, sha256, received_sha256, location, key_id, wrapped_key, stored_at, attached_at, purpose, purpose_id)
          select applicant_id, 'attached', 'photo.jpg', 'image/jpeg', 1000, sha256('x'), sha256('x'), gen_random_uuid()::text, repeat('0', 16), 'x', now(), now(),
                 'application', id
            from applications where id = ${applicationId} returning id)
        insert into application_document_files (application_id, key, round, position, file_id)
        select ${applicationId}, ${key}, ${round}, 0, id from photo`
  }
}
