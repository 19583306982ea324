import { startCluster } from '../../cloud/platform/embedded-postgres'

/** A process that runs the cluster in the folder it is given, says so in a line of JSON, and stops it on SIGTERM or SIGINT. */
const [dataDir = ''] = process.argv.slice(2)

startCluster({ dataDir, settings: { shared_buffers: '16MB' } }).then(
  (cluster) => {
    const stop = () => void cluster.stop().then(() => process.exit(0))
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
    setInterval(() => {}, 60_000)
    console.log(JSON.stringify({ state: cluster.state, folder: cluster.folder, address: cluster.address('postgres') }))
  },
  (error: Error) => {
    console.error(error.message)
    process.exit(1)
  },
)
