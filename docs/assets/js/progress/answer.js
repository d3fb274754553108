// For scripts of their own (the page of what is kept): whoever asks gets what this one can do, so that there is one store.

import { dateOf, weeksTo } from "./days.js"
import { countOn, read, written } from "./record.js"
import { follow, forget, keeps, leave, note, progress, setText, take } from "./store.js"
import { sayDate } from "./week.js"

const api = {
  countOn,
  dateOf,
  follow,
  forget,
  keeps,
  leave,
  note,
  progress,
  read,
  sayDate,
  setText,
  take,
  weeksTo,
  written,
}

document.addEventListener("gf-progress:ask", ({ detail }) => detail(api))
