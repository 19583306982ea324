import type { ItemContent } from '../../../types/catalogue'
import type { TestCloud, TestPerson } from '../../cloud'
import type { Office } from '../../factories/applications'
import { township } from '../../factories/areas'
import { publishItem } from '../../factories/services'

/** Steps of the windows of 柳桥街道, by way of the cloud. */
export class Clerk {
  constructor(
    private readonly cloud: TestCloud,
    private readonly office: Office,
  ) {}

  /** Opens a service for residents; gives its code. */
  opensService = (changes: Partial<ItemContent>): Promise<string> => publishItem(this.cloud, this.office.admin, changes)

  async opensWindow(name: string): Promise<void> {
    await this.cloud.ask(this.office.admin, 'application.saveWindow', {
      areaCode: township,
      name,
      department: '县市场监管局',
      place: '柳桥路 1 号',
      phone: '0573-5550199',
      hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:30', until: '11:30', capacity: 2 })),
      closedDays: [],
    })
  }

  /** Everything that is wrong, at once. */
  async asksToCorrect(applicationId: number, lines: { key: string; what: string; how: string }[]): Promise<void> {
    const { owner, seen } = await this.inHand(applicationId)
    await this.cloud.ask(owner, 'application.requestCorrection', { ...seen, lines })
  }

  async accepts(applicationId: number): Promise<void> {
    const { owner, seen } = await this.inHand(applicationId)
    await this.cloud.ask(owner, 'application.accept', { cases: [seen] })
  }

  /** A clerk takes it to the approver, who says yes. */
  async approves(applicationId: number): Promise<void> {
    const taken = await this.inHand(applicationId)
    await this.cloud.ask(taken.owner, 'application.startReview', taken.seen)
    const { owner, seen } = await this.inHand(applicationId)
    await this.cloud.ask(owner, 'application.decide', { ...seen, outcome: 'approved', reason: '材料齐全' })
  }

  checksIn = (code: string) => this.cloud.ask(this.office.clerk, 'application.checkInVisit', { code })

  /** Who is responsible for a case, and the version of it that they see. */
  private async inHand(applicationId: number): Promise<{ owner: TestPerson; seen: Seen }> {
    const [row] = await this.cloud.sql<{ ownerId: number; version: number }[]>`
      select owner_id as "ownerId", version from applications where id = ${applicationId}`
    const owner = Object.values(this.office).find((person) => person.personId === Number(row?.ownerId))
    if (!row || !owner) throw new Error(`nobody is responsible for ${applicationId}`)
    return { owner, seen: { applicationId, version: row.version } }
  }
}

interface Seen {
  applicationId: number
  version: number
}
