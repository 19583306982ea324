import fs from 'node:fs'

export default async function tearDown(): Promise<void> {
  const cluster = globalThis.testCluster
  if (!cluster) return
  await cluster.stop()
  fs.rmSync(cluster.folder, { recursive: true, force: true })
}
