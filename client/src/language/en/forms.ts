import type { SameKeys } from '../words.ts'
import type { zh } from '../zh/forms.ts'

export const en: SameKeys<typeof zh> = {
  papers: {
    title: 'Print and export',
    about:
      'These forms are made from what was submitted; each page carries a code to check it by. Download and print on A4.',
    caption: 'Forms that can be printed',
    form: 'Form',
    purpose: 'What it is for',
    state: 'State',
    actions: 'Do',
    final: 'Final',
    preview: 'Preview',
    own: 'Own sheet',
    previewNote: 'A form marked as a preview is not handed in: download it again when the plan has come to that point.',
    look: 'Preview',
    lookAt: 'Preview {{ form }}',
    save: 'Download',
    saveForm: 'Download {{ form }}',
    drawing: 'Being made…',
    fallback: 'This browser cannot show a PDF: download it and open it.',
    retry: 'Read again',
    trouble: {
      unreachable: 'The relay cannot be reached; forms are made there. Check the network, then read again.',
      'too-many-requests': 'Too many at once: try again in a while.',
      'not-found': 'There is nothing to print here, or you may no longer read this application.',
      'archive-elsewhere':
        'The file lies at the server that made it; the one you are connected to cannot fetch it. Make it again here; if that happens often, ask the operator to set up a store of files that all servers share.',
      'archive-on-its-way':
        'The file is made, but has not come to the store that all servers share. Download it in a few minutes; if that fails, make it again here and tell the operator.',
      'archive-store-refuses':
        'The store that all servers share does not answer; the file is not lost. Download it in a few minutes, then ask the operator.',
      other: 'The form was not made: try again later, then ask the operator.',
    },
  },
  draft: {
    print: 'Print, sign and seal, then upload',
    printOf: 'Print, sign and seal, then upload: {{ form }}',
    about:
      'The relay makes it from what your employer approved, so you must be online; the paper says that nothing was submitted yet.',
    ownSheet:
      'Where the notice has a sheet of its own, use that; where it has none, this sheet of your employer’s own.',
    title: '{{ form }} (before submission)',
    next: 'Print it on A4, have it signed and sealed as it says, scan it and upload it under “{{ form }}”. It carries no code to check and does not replace a form printed after submission.',
    waiting: 'Being made from what was approved…',
    fileName: '{{ form }} (before submission).pdf',
    missing: 'The application lacks {{ n }} more; it can be printed all the same',
    missingBody: 'If what you add changes what stands on the form, print it and have it sealed again.',
    missingMore: '{{ n }} more by the relay’s record, seen here once this device has synced.',
    refused: 'Not made',
    retry: 'Make it again',
    trouble: {
      unreachable:
        'The relay cannot be reached. It makes the form from what your employer approved: make it again once you are online. You can go on filling in and uploading.',
      'too-many-requests': 'Too many at once: try again in a while.',
      'not-found': 'By kind of application and your own data the plan does not ask for this form.',
      'not-yours': 'Only its owner prints an application.',
      'no-employer': 'You have no employer yet: it can be printed once one has confirmed you.',
      'no-such-plan': 'The plan was withdrawn: nothing is printed for it.',
      'plan-moved-on': 'The plan has a new version: take it at the top of this application, then print.',
      'plan-not-open': 'The time to apply is over: forms of before submission are printed no longer.',
      'application-already-submitted':
        'This application is submitted: print its forms, with their code, under “Print and export” on its page.',
      'another-application': 'You have another application under this plan: this one cannot be submitted, nor printed.',
      'pulls-refused':
        'Something that was pulled is not approved, or its approval was revoked, and is not printed: {{ items }}. Remove it or pull it again.',
      'profile-not-pulled': 'Your basic information is not approved yet, so it cannot be printed.',
      'form-incomplete': 'The kind, category or acceptance point that was chosen is not in the plan: choose again.',
      other: 'The form was not made: try again later, then ask the operator.',
    },
  },
  groups: {
    title: 'Print and export',
    about: 'Notices, rosters and other papers of your organisation’s people, by plan.',
    plan: 'Plan',
    none: 'Nobody to print for under this plan yet',
    noneBody: 'People appear here once they have passed. Or choose another plan.',
    people: '{{ n }} people',
    org: 'Organisation',
    sheet: 'Download sheet',
    sheetOf: 'Download the sheet of {{ form }}',
    batch: 'All evaluation forms',
    batchAbout:
      'The roster and the evaluation form of everybody on it, in one file. You may leave the page meanwhile; the file is kept for 7 days.',
    batchAsk: 'Make all evaluation forms ({{ n }})',
    batchRunning: 'Making the evaluation forms',
    batchReady: 'Ready to download',
    batchCancelled: 'Cancelled',
    batchFailed: 'It failed: make them again, then ask the operator.',
    batchCancel: 'Cancel',
    batchSave: 'Download the file',
  },
  minutes: {
    title: 'Minutes of meetings',
    about:
      'Made from who stood aside and the ballots as counts; no expert’s view is in them. To be signed by chair and clerk.',
    of: 'Minutes of {{ meeting }} ({{ stage }})',
    purpose: 'Attendance, who stood aside, what was judged, the rule, each ballot as counts and the result.',
    done: '{{ people }} people, all decided',
    open: '{{ people }} people, {{ decided }} decided',
  },
  check: {
    title: 'Check a printed form',
    about:
      'Enter the code at the foot of the form, or scan its QR code, to see whether the place in the ledger is real.',
    code: 'Code',
    submit: 'Check',
    waiting: 'Being checked…',
    good: 'The ledger has this place',
    goodBody: 'When the form was printed the ledger stood at {{ at }}.',
    plan: 'Plan: {{ plan }}',
    certificate: 'Certificate number {{ number }}, in force.',
    revoked: 'Certificate number {{ number }} was revoked and is no longer valid.',
    bad: 'The ledger has no such place',
    badBody:
      'See whether the code is complete. If it still is not found, the form may not come from this office: ask the employer.',
    limit:
      'This only says that the place in the ledger is real and shows nothing about a person; for the content the record in the system counts.',
    trouble: 'The server cannot be reached: try again later.',
  },
}
