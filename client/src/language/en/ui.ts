import type { SameKeys } from '../words.ts'
import type { zh } from '../zh/ui.ts'

export const en: SameKeys<typeof zh> = {
  field: {
    required: 'required',
    optional: 'optional',
    choose: 'Choose',
    clear: 'Clear',
    chars: '{{ count }} / {{ max }} characters',
    charsOver: '{{ count }} / {{ max }} characters, {{ over }} too many',
    charsLeft: '{{ left }} characters left',
    searchOptions: 'Type to narrow the options',
    noOptions: 'No option matches; try another word',
    showOptions: 'Show options',
    showPassword: 'Show password',
    hidePassword: 'Hide password',
  },
  month: {
    format: 'Six digits, such as 202206',
    pick: 'Pick a month',
    year: 'Year',
    previousYear: 'Previous year',
    nextYear: 'Next year',
    upToNow: 'Present',
    name: '{{ year }}-{{ month }}',
    monthOnly: '{{ month }}',
  },
  file: {
    drop: 'Drop files here, or',
    choose: 'Choose files',
    camera: 'Take a photo',
    dropNow: 'Release to add',
  },
  dialog: {
    close: 'Close',
    cancel: 'Cancel',
    confirm: 'OK',
  },
  banner: { info: 'Note', success: 'Done', warning: 'Caution', error: 'Error', dismiss: 'Got it' },
  toast: { region: 'Notifications', undo: 'Undo', close: 'Close notification' },
  loading: 'Loading…',
  table: { more: 'Show {{ n }} more of {{ rest }} rows' },
  more: 'More actions',
}
