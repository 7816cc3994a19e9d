/** Whether the store of evidence files takes the key it is given: tried once before anything is opened. An address holds a secret, so it is never quoted. */
import type { EvidenceCause } from '@yejibu/shared/wire/health'
import type { OfficeConfig } from '../config.ts'
import { EvidenceStoreTrouble } from '../evidence/evidence-originals.ts'
import { openS3Originals, s3PlaceFrom } from '../evidence/s3-originals.ts'

/**
 * What an operator is told. Those that only settings mend are mistakes at the start; a relay that met one of the others starts all the same, since
 * everything but files works, and says so in its journal and under `/health`.
 */
export const EVIDENCE_WORDS: Readonly<
  Record<EvidenceCause, { readonly isMistake: boolean; readonly zh: string; readonly en: string }>
> = {
  'evidence-key': {
    isMistake: true,
    zh: '附件存储不认这对访问密钥：没有这个访问密钥，或密钥口令不符（口令中的特殊字符须转义）',
    en: 'names a key that the store of files does not know, or another secret than its own (special characters percent-encoded)',
  },
  'evidence-right': {
    isMistake: true,
    zh: '这对访问密钥不能在该存储桶中写入和读取，请在附件存储中授权',
    en: 'names a key that may not write and read in this bucket: grant it there',
  },
  'evidence-bucket': {
    isMistake: true,
    zh: '附件存储中没有这个存储桶，请先新建，或改正其名称',
    en: 'names a bucket that is not in the store of files: make it there, or correct its name',
  },
  'evidence-region': {
    isMistake: true,
    zh: '区域与附件存储的不符，请改正 region=',
    en: 'names another region than that of the store of files: correct region=',
  },
  'evidence-clock': {
    isMistake: false,
    zh: '本机时间与附件存储的相差太多，文件不能存取；请校准本机时间',
    en: 'names a store of files whose time is far from this machine’s, so it takes no files: set the clock',
  },
  'evidence-unknown-ca': {
    isMistake: true,
    zh: '附件存储的证书由本机不认识的机构签发；请把该机构的 CA 证书（PEM 文件）写入环境变量 NODE_EXTRA_CA_CERTS 后重新启动',
    en: 'names a store of files whose certificate is of an authority unknown here: set NODE_EXTRA_CA_CERTS to the PEM file of that authority and start again',
  },
  'evidence-expired': {
    isMistake: false,
    zh: '附件存储的证书已过期或尚未生效，文件暂不能存取；请在附件存储换上有效的证书，并核对本机时间',
    en: 'names a store of files whose certificate has expired or is not valid yet, so no files are taken: renew it there, and look at this machine’s clock',
  },
  'evidence-other-name': {
    isMistake: true,
    zh: '附件存储的证书不是签发给这个主机名的；请把主机名改为证书上的，或为附件存储换发含此主机名的证书',
    en: 'names a host that the certificate of the store of files is not for: write the certificate’s host, or have one issued for this host',
  },
  'evidence-no-tls': {
    isMistake: true,
    zh: '这个地址没有以 HTTPS 应答；请核对端口，以及附件存储是否已开启 HTTPS',
    en: 'names an address that does not answer over HTTPS: correct the port, or turn HTTPS on at the store of files',
  },
  'evidence-away': {
    isMistake: false,
    zh: '附件存储没有应答，文件暂不能存取；请检查网络和附件存储',
    en: 'names a store of files that does not answer, so no files are taken: look at the network and at the store',
  },
  'evidence-refusing': {
    isMistake: false,
    zh: '附件存储不接受文件；请查看附件存储的日志和容量',
    en: 'names a store of files that takes none: look at its log and at its room',
  },
}

/** @returns one sentence for the mistake; none when there is no such store, or when it is wrong in a way that may pass */
export async function checkEvidenceStore({ evidence }: Pick<OfficeConfig, 'evidence'>): Promise<string[]> {
  const place = evidence === null ? null : s3PlaceFrom(evidence)
  if (!place) return []
  try {
    await openS3Originals(place).tryOut()
    return []
  } catch (error) {
    if (!(error instanceof EvidenceStoreTrouble)) throw error
    return EVIDENCE_WORDS[error.why].isMistake ? [evidenceSentence(error.why)] : []
  }
}

/** @returns null for a cause that nobody knows */
export function evidenceWords(cause: string): string | null {
  return Object.entries(EVIDENCE_WORDS).find(([known]) => known === cause)?.[1].zh ?? null
}

export function evidenceSentence(cause: EvidenceCause): string {
  const { zh, en } = EVIDENCE_WORDS[cause]
  return `--evidence：${zh}。/ --evidence ${en}.`
}
