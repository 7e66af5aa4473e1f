// The few things that Blazor cannot do from the server: moving focus, native dialogs, the cursor in a text area, and
// a save status that is true from the keystroke on.

const savingText = "Saving…";

// --- Focus ------------------------------------------------------------------------------------------------------

/** Focuses and shows the element; a heading or a landmark is made focusable first. */
export function focusById(id) {
  const element = document.getElementById(id);
  if (!element) {
    return;
  }
  if (element.tabIndex < 0 && !element.hasAttribute("tabindex")) {
    element.setAttribute("tabindex", "-1");
  }
  element.focus({ preventScroll: true });
  // The element with its label, below the sticky strip (scroll-margin in app.css).
  (element.closest(".usa-form-group") ?? element).scrollIntoView({ block: "start" });
}

let lastFocused = null;

document.addEventListener("focusin", (event) => {
  lastFocused = event.target;
});

/**
 * A row that is moved loses the focus, or has its command switched off: gives the focus back to what had it in that table,
 * else to the element with this id. Whoever has gone on elsewhere meanwhile stays there.
 */
export function followFocus(id) {
  const element = document.getElementById(id);
  const active = document.activeElement ?? document.body;
  const isElsewhere = active === element || (!active.disabled && !active.contains(element));
  if (!element || isElsewhere) {
    return;
  }
  if (element.closest("table")?.contains(lastFocused) && !lastFocused.disabled) {
    lastFocused.focus({ preventScroll: true });
    lastFocused.scrollIntoView({ block: "nearest" });
  } else {
    focusById(id);
  }
}

// Links to places on the same page: the skip link and error summaries. Caught before Blazor's router, which would
// scroll there and leave the focus behind.
document.addEventListener(
  "click",
  (event) => {
    const link = event.target.closest?.("a[data-focus-target]");
    if (link && document.getElementById(link.dataset.focusTarget)) {
      event.preventDefault();
      focusById(link.dataset.focusTarget);
    }
  },
  true,
);

/** On a static page, an error summary takes the focus when the page comes back with it. */
function focusOnLoad() {
  document.querySelector("[data-focus-on-load]")?.focus();
}

// --- Dialogs ----------------------------------------------------------------------------------------------------

/** Opens a native dialog; when it closes, the focus goes back, or to the page's heading if what had it is gone. */
export function showDialog(dialog) {
  const opener = document.activeElement;
  dialog.addEventListener("close", () => returnFocus(opener), { once: true });
  dialog.showModal();
}

export function closeDialog(dialog) {
  dialog.close();
}

function returnFocus(opener) {
  // After the server's answer to the closing is rendered: the opener may be removed or disabled by it.
  requestAnimationFrame(() => {
    if (opener?.isConnected && !opener.disabled) {
      opener.focus();
    } else if (document.activeElement === document.body) {
      const heading = document.querySelector("main h1");
      heading?.setAttribute("tabindex", "-1");
      heading?.focus();
    }
  });
}

// --- Dragging ---------------------------------------------------------------------------------------------------
// Blazor hears where a drag begins and ends. What needs an answer at once is done here: something must be carried
// (Firefox), and a place must say that it takes it.

document.addEventListener("dragstart", (event) => {
  if (event.target.closest?.("[data-drag-handle]")) {
    event.dataTransfer.setData("text/plain", "");
    event.dataTransfer.effectAllowed = "move";
  }
});

for (const name of ["dragover", "drop"]) {
  document.addEventListener(name, (event) => {
    if (event.target.closest?.("[data-drop-place]")) {
      event.preventDefault();
    }
  });
}

// --- Text areas -------------------------------------------------------------------------------------------------

/** Replaces the selection, keeps what the browser can undo, and tells the field's listeners. Returns the new value. */
export function insertAtCursor(fieldId, text) {
  return replaceRange(fieldId, (value, start, end) => ({ start, end, text, cursor: start + text.length }));
}

export function wrapSelection(fieldId, mark) {
  return replaceRange(fieldId, (value, start, end) => {
    const wrapped = mark + value.slice(start, end) + mark;
    const cursor = start === end ? start + mark.length : start + wrapped.length;
    return { start, end, text: wrapped, cursor };
  });
}

export function prefixLines(fieldId, prefix) {
  return replaceRange(fieldId, (value, start, end) => {
    const firstLine = value.lastIndexOf("\n", start - 1) + 1;
    const lines = value.slice(firstLine, end).split("\n");
    const text = lines.map((line) => (line.startsWith(prefix) ? line : prefix + line)).join("\n");
    return { start: firstLine, end, text, cursor: firstLine + text.length };
  });
}

/** Selects the text and copies it; without the permission it is selected, ready for the keys. */
export async function selectAndCopy(fieldId) {
  const field = document.getElementById(fieldId);
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    // Not allowed, or no secure address: Ctrl+C does it.
  }
}

function replaceRange(fieldId, change) {
  const field = document.getElementById(fieldId);
  const { start, end, text, cursor } = change(field.value, field.selectionStart, field.selectionEnd);
  field.focus();
  field.setRangeText(text, start, end, "end");
  field.setSelectionRange(cursor, cursor);
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
  return field.value;
}

// --- Save status ------------------------------------------------------------------------------------------------
// Each keystroke gets a number. The server renders the number up to which all is saved; until that is the last one,
// the status says "Saving…", whatever the server rendered for an earlier keystroke.

const lastTyped = new WeakMap(); // status element → number of its last keystroke
const unsavedFields = new WeakMap(); // status element → fields typed in since
const sequenceOf = new WeakMap(); // input event → its number

function statusOf(field) {
  const id = field.dataset?.autosaveStatus;
  return id ? document.getElementById(id) : null;
}

function isPending(status) {
  return (lastTyped.get(status) ?? 0) > Number(status.dataset.acknowledged ?? 0);
}

function showTruth(status) {
  const text = document.createTreeWalker(status, NodeFilter.SHOW_TEXT).nextNode();
  if (!text) {
    return;
  }
  if (isPending(status)) {
    // The reason of a failure stays until the next keystroke is answered. The node itself is Blazor's: kept.
    if (text.nodeValue !== savingText && !text.nodeValue.startsWith("Not saved")) {
      text.nodeValue = savingText;
    }
  } else {
    unsavedFields.get(status)?.clear();
  }
}

const statusObserver = new MutationObserver((mutations) => {
  for (const mutation of mutations) {
    const element = mutation.target.nodeType === Node.TEXT_NODE ? mutation.target.parentElement : mutation.target;
    const status = element?.closest?.("[data-save-status]");
    if (status) {
      showTruth(status);
    }
  }
});

function noteInput(event) {
  const status = statusOf(event.target);
  if (!status) {
    return;
  }
  if (!lastTyped.has(status)) {
    unsavedFields.set(status, new Set());
    statusObserver.observe(status, { subtree: true, childList: true, characterData: true, attributes: true });
  }
  // A status that comes back, of a section opened again, goes on counting where it was.
  const sequence = (lastTyped.get(status) ?? Number(status.dataset.typed ?? 0)) + 1;
  lastTyped.set(status, sequence);
  sequenceOf.set(event, sequence);
  unsavedFields.get(status).add(event.target);
  showTruth(status);
}

// A message beyond the server's limit ends the circuit, and with it what is on the page: such an input is taken back
// before it is sent, and told of. Nothing is cut: what stood there before stands there again.
const valueBefore = new WeakMap(); // field → its text before the input that is under way

function largestInput(field) {
  return Number(field.dataset?.largestInput ?? Infinity);
}

window.addEventListener(
  "beforeinput",
  (event) => {
    if (event.target.dataset?.largestInput) {
      valueBefore.set(event.target, event.target.value);
    }
  },
  true,
);

function stopTooLarge(event) {
  const field = event.target;
  const limit = largestInput(field);
  if (!(field.value?.length > limit)) {
    return;
  }
  event.stopImmediatePropagation();
  const length = field.value.length;
  field.value = valueBefore.get(field) ?? "";
  tellTooLarge(length, limit);
}

function tellTooLarge(length, limit) {
  const dialog = document.createElement("dialog");
  dialog.id = "too-large";
  dialog.className = "sb-dialog";
  dialog.setAttribute("aria-labelledby", "too-large-heading");
  const heading = document.createElement("h2");
  heading.id = "too-large-heading";
  heading.className = "sb-dialog__heading";
  heading.textContent = "That text is too long for a field";
  const words = document.createElement("p");
  const shown = (number) => number.toLocaleString("en-US");
  words.textContent = `The field would hold ${shown(length)} characters; ${shown(limit)} are the most that can be sent. It is as it was before: paste a part.`;
  const close = document.createElement("button");
  close.type = "button";
  close.className = "usa-button";
  close.textContent = "Close";
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove(), { once: true });
  dialog.append(heading, words, close);
  document.body.append(dialog);
  showDialog(dialog);
}

// On the window, in the capture phase: before Blazor's own listener, which asks for the number.
window.addEventListener("input", stopTooLarge, true);
window.addEventListener("input", noteInput, true);

window.Blazor?.registerCustomEventType("trackedinput", {
  browserEventName: "input",
  createEventArgs: (event) => ({ text: event.target.value, sequence: sequenceOf.get(event) ?? 0 }),
});

function unsavedStatuses() {
  return [...document.querySelectorAll("[data-save-status]")].filter(
    (status) => isPending(status) || status.textContent.startsWith("Not saved"),
  );
}

// Forms that only their command saves (FormWatch.razor), and that hold what was typed.
const unsavedForm = "[data-unsaved-form]";

/** What was typed and is not on the server yet, for the reconnect dialog to show. */
export function unsavedTexts() {
  const inSections = unsavedStatuses().flatMap((status) => [...(unsavedFields.get(status) ?? [])]);
  const inForms = document.querySelectorAll(`${unsavedForm} textarea, ${unsavedForm} input[type="text"]`);
  return [...new Set([...inSections, ...inForms])].map((field) => field.value).filter((text) => text.length > 0);
}

/** After a reconnection: keystrokes sent into the dead connection are sent again. */
export function resendUnsaved() {
  for (const status of unsavedStatuses()) {
    for (const field of [...(unsavedFields.get(status) ?? [])].filter((candidate) => candidate.isConnected)) {
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
  }
}

let leavingIsMeant = false;

/** From here on the browser asks no question: a session that ends must not wait for an answer. */
export function leaveDeliberately() {
  leavingIsMeant = true;
}

/** Reloads without the browser's question: what was unsaved has been shown. */
export function reloadDeliberately() {
  leaveDeliberately();
  location.reload();
}

window.addEventListener("beforeunload", (event) => {
  if (!leavingIsMeant && (unsavedStatuses().length > 0 || document.querySelector(unsavedForm))) {
    event.preventDefault();
  }
});

// Components call these through JS interop, which knows names on the window only.
window.scrBudget = {
  focusById,
  followFocus,
  showDialog,
  closeDialog,
  insertAtCursor,
  wrapSelection,
  prefixLines,
  selectAndCopy,
  unsavedTexts,
  resendUnsaved,
  leaveDeliberately,
  reloadDeliberately,
};

focusOnLoad();
window.Blazor?.addEventListener("enhancedload", focusOnLoad);
