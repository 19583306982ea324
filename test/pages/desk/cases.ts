import * as v from 'valibot'
import type { Case, QueueRow } from '../../../src/features/desk/shapes'
import { caseDetail, queueRow } from '../../../types/application'
import { documentInCase, untouchedCase } from '../whole-case'

/** Rows and cases of the desk as the contract has them; tests state what matters to them. */

const soon = new Date(Date.now() + 86_400_000)
const clock = { light: 'soon', kind: 'notice', deadlineAt: soon, daysLeft: 1, pausedFor: null }

export function rowOf(changes: Partial<QueueRow> = {}): QueueRow {
  return v.parse(queueRow, {
    applicationId: 1,
    number: '999001001-261117-0042-7',
    itemCode: 'CY-1',
    itemName: '小餐饮店登记',
    status: 'submitted',
    applicantName: '吴桂英',
    ownerName: '孙丽',
    department: '市场监管局',
    clock,
    submittedAt: new Date('2026-11-17T02:00:00Z'),
    changedAt: new Date('2026-11-17T02:00:00Z'),
    visits: 0,
    version: 3,
    mine: true,
    next: 'firstLook',
    escalation: 0,
    helperKind: null,
    ...changes,
  })
}

const photographed = (key: string, name: string) =>
  documentInCase({
    key,
    name,
    files: [{ fileId: 1, name: `${name}.jpg`, mimeType: 'image/jpeg', bytes: 9, url: `/files/${key}` }],
  })

export function caseOf(changes: Partial<Case> = {}): Case {
  const { mine, next, helperKind, ...row } = rowOf()
  return v.parse(caseDetail, {
    ...row,
    ...untouchedCase,
    itemVersion: 1,
    answers: {},
    answersInWords: ['堂食'],
    form: { type: 'object', properties: { shop: { type: 'string', title: '店名' } }, required: [] },
    values: { shop: '桂英小面馆' },
    documents: [photographed('health', '健康证'), photographed('plan', '店面平面图')],
    maskedPhone: null,
    ownerId: 3,
    mine: true,
    withheld: false,
    reviews: [],
    objectable: ['health', 'plan', 'form'],
    noticeDraft: [],
    correctionDueAt: new Date('2026-12-08T09:00:00Z'),
    allowedActions: ['review', 'accept', 'requestCorrection', 'handOver', 'say'],
    ...changes,
  })
}
