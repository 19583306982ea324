import type { ItemContent } from '../../../types/catalogue'
import type { TestCloud } from '../../cloud'
import type { Office } from '../../factories/applications'
import { township } from '../../factories/areas'
import { publishItem } from '../../factories/services'
import type { DeskWorker } from './desk-worker'

/** What the offices of 柳桥街道 do: cases on the pages of the desk, by whoever is responsible; what is set up beforehand by way of the cloud. */
export class Clerk {
  constructor(
    private readonly cloud: TestCloud,
    private readonly office: Office,
    private readonly deskOf: (name: string) => Promise<DeskWorker>,
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
  async asksToCorrect(applicationId: number, lines: { name: string; what: string; how: string }[]): Promise<void> {
    await (await this.takes(applicationId)).sendsNotice(lines)
  }

  /** Having looked at these documents. */
  async accepts(applicationId: number, documents: readonly string[] = []): Promise<void> {
    await (await this.takes(applicationId)).accepts(documents)
  }

  /** A clerk takes it to the approver, who says yes. */
  async approves(applicationId: number): Promise<void> {
    await (await this.takes(applicationId)).startsReview()
    await (await this.takes(applicationId)).approves('材料齐全')
  }

  checksIn = (code: string) => this.cloud.ask(this.office.clerk, 'application.checkInVisit', { code })

  /** Whoever is responsible for a case opens it from their queue. */
  private async takes(applicationId: number): Promise<DeskWorker> {
    const [row] = await this.cloud.sql<{ owner: string; itemName: string }[]>`
      select p.nickname as owner, a.item_name as "itemName" from applications a join people p on p.id = a.owner_id where a.id = ${applicationId}`
    if (!row) throw new Error(`nobody is responsible for ${applicationId}`)
    const worker = await this.deskOf(row.owner)
    await worker.takesFromQueue(row.itemName)
    return worker
  }
}
