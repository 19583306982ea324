import * as v from 'valibot'
import {
  areaCode,
  count,
  cursor,
  done,
  id,
  instant,
  latitude,
  line,
  longitude,
  operation,
  page,
  requestId,
  role,
  text,
  words,
} from './operation'

/** People: who I am, where I live, what I agreed to, my sessions, my data; and the roles staff grant inside their area. */

/** Current text of the privacy guide (隐私保护指引); raise it when the guide changes and everybody is asked again. */
export const privacyVersion = '2026-11-01'

export const areaLevels = ['county', 'township', 'community', 'grid'] as const

const area = v.object({
  areaCode: text,
  name: text,
  level: v.picklist(areaLevels),
  lat: v.nullable(v.number()),
  lng: v.nullable(v.number()),
})

const grant = v.object({
  grantId: id,
  role,
  areaCode: text,
  areaName: text,
  validFrom: instant,
  validUntil: v.nullable(instant),
})

const me = v.object({
  personId: id,
  nickname: text,
  /** Phone with its middle digits hidden, or null when none is bound. */
  maskedPhone: v.nullable(text),
  community: v.nullable(
    v.object({
      areaCode: text,
      name: text,
      lat: v.nullable(v.number()),
      lng: v.nullable(v.number()),
    }),
  ),
  /** Home county (籍贯), a national division code. */
  homeAreaCode: v.nullable(text),
  /** Version of the privacy guide the person agreed to and has not withdrawn from. */
  privacyConsent: v.nullable(v.object({ version: text, givenAt: instant })),
  grants: v.array(grant),
  unreadNotices: count,
  /** Phone number of the community's help desk, shown as one-tap call in elder mode. */
  helpPhone: v.nullable(text),
})

export const relations = ['spouse', 'parent', 'child', 'grandparent', 'neighbour', 'other'] as const

const dependant = v.object({
  personId: id,
  name: text,
  relation: v.nullable(v.picklist(relations)),
  community: v.nullable(text),
})

export const people = {
  /** The signed-in person. */
  me: operation({ access: 'signedIn', input: {}, output: me }),

  /** Changes what is said of me. Absent fields stay. `communityCode` is where I live (a community, 12 digits). */
  updateMe: operation({
    access: 'signedIn',
    input: {
      requestId,
      nickname: v.optional(line(20)),
      communityCode: v.optional(areaCode),
      /** Home county (籍贯), a national division code of 6 digits. */
      homeAreaCode: v.optional(v.pipe(v.string('籍贯不对'), v.regex(/^\d{6}$/, '籍贯不对'))),
    },
    output: me,
    refusals: { noSuchCommunity: {} },
  }),

  /** Children of an area (absent: the county), to choose a home from. */
  areas: operation({
    access: 'anyone',
    input: { under: v.optional(areaCode) },
    output: v.object({ rows: v.array(area) }),
  }),

  /** Agrees to the privacy guide in a version (PIPL art. 14). Only the current version is accepted. */
  givePrivacyConsent: operation({
    access: 'signedIn',
    input: { requestId, version: line(20) },
    output: done,
    refusals: { versionChanged: { current: text } },
  }),

  /** Withdraws the consent (PIPL art. 15). Browsing stays possible; what needs personal data asks again. */
  withdrawPrivacyConsent: operation({
    access: 'signedIn',
    input: { requestId },
    output: done,
  }),

  /** Binds the phone number behind a one-use code of WeChat's getPhoneNumber button. Needs privacy consent. */
  bindPhone: operation({
    access: 'signedIn',
    input: { requestId, code: line(200) },
    output: v.object({ maskedPhone: text }),
    refusals: {
      consentNeeded: {},
      codeInvalid: {},
      phoneTaken: {},
      wechatUnavailable: {},
    },
  }),

  /** Forgets my phone number. */
  unbindPhone: operation({
    access: 'signedIn',
    input: { requestId },
    output: done,
  }),

  /** Where I am signed in. Only the owner ever sees these. */
  sessions: operation({
    access: 'signedIn',
    input: {},
    output: v.object({
      rows: v.array(
        v.object({
          sessionId: id,
          client: text,
          createdAt: instant,
          lastSeenAt: instant,
          expiresAt: instant,
          current: v.boolean(),
        }),
      ),
    }),
  }),

  /** Ends one of my sessions at once, on every server. */
  revokeSession: operation({
    access: 'signedIn',
    input: { requestId, sessionId: id },
    output: done,
  }),

  /** Everything held about me (PIPL art. 45), as one JSON file. */
  exportMine: operation({
    access: 'signedIn',
    input: {},
    output: v.object({ fileName: text, json: text }),
  }),

  /** Deletes my account (PIPL art. 47). What law requires to keep stays without my identity. `confirm` must be 注销. */
  deleteMe: operation({
    access: 'signedIn',
    input: { requestId, confirm: v.literal('注销', '请输入“注销”两个字') },
    output: done,
    refusals: { stillResponsible: { activities: count } },
  }),

  /** People I may sign up on behalf of: my family members, or, for a grid worker, those enrolled in the grids. */
  dependants: operation({
    access: 'signedIn',
    input: { search: v.optional(words(20)), cursor },
    output: page(dependant),
  }),

  /** Enrols a family member who has no account. I vouch for the consent of that person. */
  addFamilyMember: operation({
    access: 'signedIn',
    input: {
      requestId,
      name: line(20, 2),
      relation: v.picklist(relations, '请选择关系'),
      agreed: v.literal(true, '要先得到本人同意'),
    },
    output: dependant,
    refusals: { tooMany: { most: count } },
  }),

  /** Enrols a resident without a phone in an area the worker serves (代报名、帮办代办). */
  enrolResident: operation({
    access: ['gridWorker', 'communityAdmin'],
    input: {
      requestId,
      name: line(20, 2),
      areaCode,
      agreed: v.literal(true, '要先得到本人同意'),
    },
    output: dependant,
    refusals: { outsideYourArea: {} },
  }),

  /** Live grants in the areas I administer or supervise. Who is a party member is for those who administer alone. */
  grants: operation({
    access: ['communityAdmin', 'supervisor'],
    input: { areaCode: v.optional(areaCode), cursor },
    output: page(
      v.object({
        ...grant.entries,
        personId: id,
        nickname: text,
        maskedPhone: v.nullable(text),
      }),
    ),
  }),

  /** Finds the one person behind a full phone number, to grant a role. */
  findByPhone: operation({
    access: ['communityAdmin'],
    input: {
      phone: v.pipe(v.string(), v.regex(/^1\d{10}$/, '请填 11 位手机号')),
    },
    output: v.object({
      person: v.nullable(v.object({ personId: id, nickname: text, maskedPhone: text })),
    }),
  }),

  /** Grants a role inside the granter's own area. */
  grantRole: operation({
    access: ['communityAdmin'],
    input: {
      requestId,
      personId: id,
      role,
      areaCode,
      validFrom: v.optional(instant),
      validUntil: v.optional(v.nullable(instant)),
    },
    output: grant,
    refusals: {
      outsideYourArea: {},
      noSuchPerson: {},
      alreadyGranted: {},
      endsBeforeItBegins: {},
    },
  }),

  /** Ends a grant now. */
  revokeRole: operation({
    access: ['communityAdmin'],
    input: { requestId, grantId: id },
    output: done,
    refusals: { outsideYourArea: {} },
  }),

  /** Sets user name and password for the staff desk on a computer. Only for people with a role; the password is never logged. */
  setDeskPassword: operation({
    access: roleHolders(),
    input: {
      requestId,
      username: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9._-]{2,31}$/, '用户名用 3–32 个小写字母、数字')),
      password: v.pipe(v.string(), v.minLength(10, '密码至少 10 位'), v.maxLength(128, '密码最多 128 位')),
    },
    output: done,
    refusals: { usernameTaken: {} },
  }),
}

function roleHolders() {
  return ['organiser', 'gridWorker', 'clerk', 'approver', 'communityAdmin', 'supervisor'] as const
}

/** Position on the map, shared by areas and places. */
export const position = { lat: latitude, lng: longitude }
