import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { Unavailable } from '../fault'
import type { Settings } from '../settings'
import type { FileStore } from './file-store'

/** Milliseconds. */
const timeouts = { connectionTimeout: 5_000, requestTimeout: 20_000 }

/** Files in a bucket. Retries three times what may be retried; what still fails is Unavailable. */
export function s3Store(settings: NonNullable<Settings['s3']>): FileStore {
  const { endpoint, bucket, region, accessKey, secretKey, pathStyle } = settings
  const client = new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    forcePathStyle: pathStyle,
    maxAttempts: 3,
    requestHandler: timeouts,
    // The newer checksums are unknown to most stores that are not Amazon's.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const answered = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      if (error instanceof NoSuchKey) throw error
      throw new Unavailable('文件暂时存取不了，请稍后再试', { cause: error })
    }
  }
  return {
    async put(location, bytes) {
      await answered(
        client.send(
          new PutObjectCommand({ Bucket: bucket, Key: location, Body: bytes, ContentType: 'application/octet-stream' }),
        ),
      )
    },
    async get(location) {
      try {
        return await answered(
          client
            .send(new GetObjectCommand({ Bucket: bucket, Key: location }))
            .then(async ({ Body }) => Body && Buffer.from(await Body.transformToByteArray())),
        )
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined
        throw error
      }
    },
    async remove(location) {
      await answered(client.send(new DeleteObjectCommand({ Bucket: bucket, Key: location })))
    },
    async check() {
      try {
        // What files need: writing, reading and deleting. Another server may be trying at this moment too.
        const probe = { Bucket: bucket, Key: '00/probe' }
        await client.send(new PutObjectCommand({ ...probe, Body: Buffer.from('probe') }))
        await client.send(new GetObjectCommand(probe)).catch((error) => {
          if (!(error instanceof NoSuchKey)) throw error
        })
        await client.send(new DeleteObjectCommand(probe))
      } catch (error) {
        const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } }
        throw new Error(
          `The bucket ${bucket} at ${endpoint} cannot be used (${[$metadata?.httpStatusCode, name].filter(Boolean).join(' ')}): check S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY, S3_SECRET_KEY and S3_PATH_STYLE.`,
        )
      }
    },
  }
}
