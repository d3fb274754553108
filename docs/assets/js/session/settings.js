// The reader's choices in a session's settings, stored in the browser; at first those that the template has made.

import { queryAll } from "../core/elements.js"
import { hasSpeech } from "./speech.js"
import { readSettings, storeSettings } from "./stored_settings.js"

/** Whether this browser can do what a setting offers. @type {Record<string, () => boolean>} */
const SUPPORTED = {
  voice: hasSpeech,
  vibration: () => "vibrate" in navigator,
  loud: () => "audioSession" in navigator,
}

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

/** @param {Field} field */
const choiceOf = field => (field instanceof HTMLInputElement ? field.checked : field.value)

export class Settings {
  /**
   * Sets the fields in `form` to the stored choices, and hides what this browser cannot do.
   * @param {HTMLElement} form
   */
  constructor(form) {
    /** @type {Field[]} */
    this.fields = [...queryAll(form, "input", HTMLInputElement), ...queryAll(form, "select", HTMLSelectElement)]
    const stored = readSettings()
    /** Whether anything was stored: then this is not the reader's first session. */
    this.known = !!stored
    for (const field of this.fields) this.restore(field, stored?.[field.name])
  }

  /** @param {Field} field @param {unknown} value */
  restore(field, value) {
    if (field instanceof HTMLSelectElement) {
      const option = [...field.options].find(option => option.value === value)
      if (option) field.value = option.value
    } else if (typeof value === "boolean") field.checked = value
    const supported = SUPPORTED[field.name]
    if (!supported || supported()) return
    const label = field.closest("label")
    if (label) label.hidden = true
    if (field instanceof HTMLInputElement) field.checked = false
  }

  /** Stores the choices; returns whether that worked. */
  store() {
    const stored = readSettings()
    /** @type {Record<string, unknown>} */
    const choices = {}
    for (const field of this.fields) {
      const hidden = field.closest("label")?.hidden // another browser's choice, which stands
      choices[field.name] = hidden ? stored?.[field.name] : choiceOf(field)
    }
    return storeSettings(choices)
  }

  /** The value of a choice; of a checkbox, whether it is checked. @param {string} name */
  get(name) {
    const field = this.fields.find(field => field.name === name)
    return field ? choiceOf(field) : false
  }
}
