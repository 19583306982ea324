/**
 * Coalesces calls: everything that arrives while one batch is in flight travels in the next one. One fsync and one set of
 * statements then serve many people, which is what makes the last seats of a popular activity fast.
 *
 * `run` answers all asks in order, or throws. When a batch of several fails, each ask is tried again alone, so that one bad
 * ask harms nobody else.
 */
export function batcher<Ask, Answer>(
  run: (asks: Ask[]) => Promise<Answer[]>,
  most = 500,
): (ask: Ask) => Promise<Answer> {
  interface Waiting {
    ask: Ask
    resolve: (answer: Answer) => void
    reject: (error: unknown) => void
  }
  let queue: Waiting[] = []
  let running = false
  let scheduled = false

  const settle = async (batch: Waiting[]) => {
    try {
      const answers = await run(batch.map((w) => w.ask))
      batch.forEach((w, i) => {
        w.resolve(answers[i] as Answer)
      })
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error)
      else for (const w of batch) await settle([w])
    }
  }

  const flush = async () => {
    scheduled = false
    if (running) return
    running = true
    while (queue.length > 0) {
      const batch = queue.slice(0, most)
      queue = queue.slice(most)
      await settle(batch)
    }
    running = false
  }

  return (ask) =>
    new Promise((resolve, reject) => {
      queue.push({ ask, resolve, reject })
      if (!scheduled && !running) {
        scheduled = true
        setImmediate(flush)
      }
    })
}
