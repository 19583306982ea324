import { Resident } from './resident'

/** Steps of somebody who applies for a service. */
export class Applicant extends Resident {
  async opensGuide(code: string): Promise<void> {
    await this.phone.goOn(`/features/service/pages/item/index?code=${code}`)
  }

  /** Says what is the case, question by question, and is told what it takes. */
  async answersGuide(answers: Readonly<Record<string, string>>): Promise<void> {
    for (const [question, option] of Object.entries(answers)) await this.phone.choose(question, option)
    await this.phone.tap('看看怎么办')
  }

  startsForm = (): Promise<void> => this.phone.tap('开始办')
  fillsIn = (label: string, value: string): Promise<void> => this.phone.fill(label, value)
  choosesDelivery = (words: string): Promise<void> => this.phone.choose('办好了怎么给您', words)

  /** A photo from this phone is in the cloud. */
  async handsInPhoto(photo: Buffer): Promise<void> {
    await this.phone.choosePhoto('拍照或选照片', photo)
    await this.phone.see('已上传')
  }

  async submits(): Promise<void> {
    await this.phone.tap('交上去')
    await this.phone.allowMessages()
  }

  async opensCase(applicationId: number): Promise<void> {
    await this.phone.goOn(`/features/service/pages/application/index?applicationId=${applicationId}`)
  }

  async correctsWithPhoto(photo: Buffer): Promise<void> {
    await this.phone.tap('去补')
    await this.handsInPhoto(photo)
    await this.phone.tap('补好了，交上去')
    await this.phone.allowMessages()
    await this.phone.see('收到了')
  }

  /** The name of the file. */
  receivesLetter = (name: string): Promise<string> => this.phone.receiveFile(() => this.phone.tap(name))

  async ratesService(level: string, words: string): Promise<void> {
    await this.phone.tap('评一评')
    await this.phone.tap(level)
    await this.phone.fill('想说的话', words)
    await this.phone.tap('提交评价')
    await this.phone.see('谢谢您，记下了')
  }

  /** From the page that says it was handed in: the first day that has places, at this time. */
  async booksVisit(time: string): Promise<void> {
    await this.phone.tap('要来一次，可以先约时间')
    await this.phone.tap(time)
    await this.phone.tap(`就约 ${time}`)
    await this.phone.allowMessages()
    await this.phone.see('到了给窗口看这个码')
  }
}
