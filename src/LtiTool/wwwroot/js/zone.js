// Times are read where somebody is: the browser knows the zone, and a guest, of whom no LMS tells one, brings it along.
export function tellZone(field) {
  field.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';
}
