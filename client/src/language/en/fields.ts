import type { SameKeys } from '../words.ts'
import type { zh } from '../zh/fields.ts'

export const en: SameKeys<typeof zh> = {
  yes: 'Yes',
  no: 'No',
  other: {
    region: 'Another version',
    about: 'Another device changed “{{ field }}” at the same time and wrote:',
    take: 'Use it',
    dismiss: 'Dismiss',
  },
  summary: {
    errors: '{{ n }} to mend before sending',
    ready: 'Ready to send',
    readyAbout: 'Everything required is there, evidence included.',
    warnings: '{{ n }} worth a look',
  },
  evidence: {
    attested: 'Original seen: {{ by }} · {{ at }}',
    title: 'Evidence',
    hint: 'PDF, JPG or PNG, 10 MB each, ten files at most. Scans must be complete and clear.',
    hintNoKind: 'PDF, JPG or PNG.',
    drop: 'Add files',
    alsoUnder: 'Also under: ',
    shrink: 'Shrink large photos when adding them',
    shrinkHint: 'The longer side becomes 2400 pixels, text stays readable; PDFs stay as they are.',
    large: 'The photo just added is large. To shrink it, remove it, tick “Shrink large photos” and add it again.',
    offerShrink:
      '{{ name }} has {{ size }}, over 10 MB, and was not added. A photo can be made smaller first: 2400 pixels on its longer side keep text readable.',
    shrinkAndAdd: 'Make smaller and add',
    leaveOut: 'Leave out',
    kindOfNew: 'Kind of the new files',
    kind: 'Kind',
    kindOf: 'Kind of {{ name }}',
    kinds: {
      evidence: 'Evidence',
      certificate: 'Certificate',
      mainContributor: 'Proof of main contributor',
      other: 'Other',
    },
    none: 'No files yet.',
    preview: 'View',
    previewOf: 'View {{ name }}',
    remove: 'Remove',
    removeOf: 'Remove {{ name }}',
    removed: 'Removed {{ name }}.',
    retry: 'Upload again',
    open: 'Open in a new window',
    save: 'Download',
    unnamed: 'Unnamed file',
    loading: 'Reading the file…',
    pdfFallback: 'This browser cannot show a PDF here: download it.',
    state: {
      here: 'On this device, waiting to upload',
      sending: 'Uploading {{ percent }}%',
      there: 'With the employer',
      refused: "The employer's server refused it",
    },
    refused: {
      'file-empty': '{{ name }} is empty; check it and choose again.',
      'file-too-large': '{{ name }} is larger than 10 MB; compress it or scan it smaller.',
      'file-type-refused': '{{ name }} is no PDF, JPG or PNG; convert it first.',
      'picture-too-large':
        '{{ name }} has more than 100 million pixels, too many to be opened, and was not added. Scan or export it at a lower resolution.',
      'storage-full': 'This device is out of room, {{ name }} was not saved. Free some disk space and try again.',
      notShrunk:
        '{{ name }} could not be made smaller (it cannot be read, or would not get smaller) and was not added. Take or scan it at a lower resolution.',
      failed: 'The browser did not save {{ name }}. Try again, or use another browser.',
      duplicate: '{{ name }} is in the list already.',
      tooMany: 'Ten files at most; {{ name }} was not added. Join or remove some.',
    },
    missing: {
      unreachable: "The file is not on this device and the employer's server cannot be reached. View it once online.",
      gone: "The file is not on the employer's server. Go online on the device where it was added and let it upload.",
      other: 'The file could not be read; try again later.',
    },
  },
}
