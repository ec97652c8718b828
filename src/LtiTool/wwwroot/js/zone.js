// Times are read where somebody is: the browser knows the zone, and who has none in the tool sends it along.
export function tellZone(field) {
  field.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';
}
