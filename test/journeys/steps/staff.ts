import { Anyone } from './anyone'

/** Steps of the community's staff. */
export class Staff extends Anyone {
  async approves(title: string): Promise<void> {
    await this.phone.open('/features/activity/pages/approvals/index')
    await this.phone.see(title)
    await this.phone.tap('通过')
    await this.phone.see('没有等审批的活动')
  }
}
