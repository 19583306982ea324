import { Anyone } from './anyone'

/** Steps of a clerk or an approver on the pages of the desk. */
export class DeskWorker extends Anyone {
  /** From the queue to the case, as it is told by its item. */
  async takesFromQueue(itemName: string): Promise<void> {
    await this.phone.goOn('/features/desk/pages/queue/index')
    await this.taps(itemName)
    await this.sees('材料 ')
    await this.phone.settle()
  }

  /** One line for each document that is wrong; sent once. */
  async sendsNotice(lines: readonly { name: string; what: string; how: string }[]): Promise<void> {
    for (const { name } of lines) {
      await this.taps(name)
      await this.taps('不合格')
      await this.phone.settle()
    }
    await this.taps('去办这件')
    await this.sees('只能发一次')
    for (const { what, how } of lines) {
      await this.phone.fill('哪里不对', what)
      await this.phone.fill('怎么补', how)
    }
    await this.taps(`发出告知(${lines.length} 项)`)
    await this.sees('等申请人补正')
  }

  async accepts(documents: readonly string[]): Promise<void> {
    for (const name of documents) {
      await this.taps(name)
      await this.taps('合格')
      await this.phone.settle()
    }
    await this.taps('去办这件')
    await this.taps('受理这件')
    await this.sees('作决定')
  }

  async startsReview(): Promise<void> {
    await this.taps('去办这件')
    await this.taps('开始审这件')
    await this.sees('审核中')
  }

  async approves(reason: string): Promise<void> {
    await this.taps('去办这件')
    await this.phone.choose('怎么决定', '批准')
    await this.phone.fill('原因', reason)
    await this.taps('发出决定：批准')
    await this.sees('已送达')
  }
}
