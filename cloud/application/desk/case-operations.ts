import type { application } from '../../../types/application'
import { addWorkingDays, dayOf } from '../../deadlines/working-days'
import { open } from '../../platform/crypto'
import { refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { found } from '../../platform/serve'
import { selectOptionalApplication, selectSettings } from '../life/queries'
import { hasPart, selectIsAway, selectRolesFor } from '../staff/queries'
import { formKey, readShared } from '../view/shared'
import { actionsOfStaff } from './actions'
import * as queries from './queries'
import { correctableOf, handling, looking, needsPhone, objectableIn, onlyWatches } from './rules'
import { contentOf } from './seen'

type CaseOperations = Pick<Handlers<typeof application>, 'case' | 'revealPhone'>

/** Events that would tell the rated who rated them (好差评). */
const ofRating = ['rate', 'changeRating', 'callBack']

/** Everything of one case on one page. Whoever opens it has opened a file with personal data, and that is written down. */
export const caseOperations: CaseOperations = {
  async case(sql, who, input, call) {
    const reach = { as: 'staff', personId: who.personId, roles: looking } as const
    const a = found(await selectOptionalApplication(sql, input.applicationId, reach))
    const id = a.applicationId
    const day = dayOf(call.now)
    const [content, settings, roles, countyRoles, own, reviews, phone, notices, asker, decidedBefore] =
      await Promise.all([
        contentOf(sql, a),
        selectSettings(sql),
        selectRolesFor(sql, who.personId, a.areaCode),
        selectRolesFor(sql, who.personId, a.areaCode.slice(0, 6)),
        hasPart(sql, who.personId, id),
        queries.selectReviews(sql, id),
        queries.selectPhone(sql, a.applicantId),
        queries.countNotices(sql, id),
        queries.selectOptionalExtensionAsker(sql, id),
        queries.selectHasDecided(sql, who.personId, id),
      ])
    const away = a.ownerId !== null && (await selectIsAway(sql, a.ownerId, day))
    const gone = a.ownerId === null || (await selectRolesFor(sql, a.ownerId, a.areaCode)).length === 0
    const read = await readShared(sql, call.services, a, content, settings, who.personId, call.now)
    const { shared, around, stored, filledIn } = read
    const ofDepartment = countyRoles.includes('clerk') || countyRoles.includes('approver')
    const keys = [...correctableOf(shared.documents).map((d) => d.key), formKey]
    const withheld = onlyWatches(a.status, roles)
    call.audit({
      target: `application:${id}`,
      areaCode: a.areaCode,
      role: roles[0] ?? 'clerk',
      after: withheld ? { read: 'deadlines' } : { read: true },
    })
    return {
      ...shared,
      ...(withheld ? leftOut(shared.documents) : {}),
      withheld,
      events: shared.events.filter((e) => !ofRating.includes(e.kind)),
      maskedPhone: phone.masked,
      ownerId: a.ownerId,
      mine: a.ownerId === who.personId,
      escalation: a.escalation,
      reviews: reviews.map((r) => ({ ...r, mine: r.at === null && ofDepartment && !own })),
      objectable: a.status === 'submitted' ? objectableIn(notices + 1, keys, stored) : [],
      noticeDraft: filledIn.noticeDraft,
      correctionDueAt: addWorkingDays(call.now, Math.max(1, content.correctionDays)) as Date,
      allowedActions: actionsOfStaff(a, {
        roles,
        countyRoles,
        mine: a.ownerId === who.personId,
        hasPart: own,
        decidedBefore,
        free: a.claimedAt === null || away || gone,
        askedForIt: asker === who.personId,
        hasPhone: phone.sealed !== null,
        wanted: shared.documents,
        handedIn: stored,
        notices,
        departments: content.reviews.length,
        reviews,
        visits: around.visits,
        visitsAllowed: around.visitsAllowed,
        appointment: shared.appointment?.status ?? null,
      }),
    }
  },

  async revealPhone(sql, who, { applicationId }, call) {
    const reach = { as: 'staff', personId: who.personId, roles: handling } as const
    const a = found(await selectOptionalApplication(sql, applicationId, reach))
    if (a.ownerId !== who.personId || (await hasPart(sql, who.personId, applicationId)))
      return refuse('notYours', { owner: a.ownerName ?? '' })
    if (!needsPhone(a.status)) return refuse('wrongStatus', { status: a.status })
    const { sealed } = await queries.selectPhone(sql, a.applicantId)
    const [role] = await selectRolesFor(sql, who.personId, a.areaCode)
    call.audit({
      target: `application:${applicationId}`,
      areaCode: a.areaCode,
      role: role ?? 'clerk',
      after: { read: 'phone' },
    })
    return { phone: sealed && open(call.services.keys.field, sealed) }
  },
}

/** What whoever only watches is not shown, as a case without it looks. */
const leftOut = <D extends object>(documents: readonly D[]) => ({
  values: {},
  postTo: null,
  messages: [],
  documents: documents.map((document) => ({ ...document, files: [] })),
})
