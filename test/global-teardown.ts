import fs from 'node:fs'

export default async function tearDown(): Promise<void> {
  if (!globalThis.testCluster) return
  const { cluster, dataDir } = globalThis.testCluster
  await cluster.stop()
  fs.rmSync(dataDir, { recursive: true, force: true })
}
