/** What takes down again what a start has put up, the last one first. Several may ask for it at once: each step is taken once. */
export class Undo {
  private readonly steps: (() => Promise<unknown>)[] = []
  private begun = false
  private running: Promise<void> = Promise.resolve()

  /** Throws when everything is being taken down already: a start that goes on meanwhile ends here, and this step is not forgotten. */
  add(step: () => Promise<unknown>): void {
    this.steps.push(step)
    if (this.begun) throw new Error('stopped while starting')
  }

  /** As `add`, to be taken after the step that was added last. */
  addBelowLast(step: () => Promise<unknown>): void {
    this.steps.splice(-1, 0, step)
    if (this.begun) throw new Error('stopped while starting')
  }

  /** Takes down what is up. A step that fails keeps none of the others from being taken; the first failure is thrown at the end. */
  all(): Promise<void> {
    this.begun = true
    this.running = this.running.catch(() => {}).then(() => this.empty())
    return this.running
  }

  private async empty(): Promise<void> {
    const failures: unknown[] = []
    for (let step = this.steps.pop(); step; step = this.steps.pop())
      await step().catch((error: unknown) => failures.push(error))
    if (failures.length > 0) throw failures[0]
  }
}
