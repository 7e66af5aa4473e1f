// The reconnect dialog (ReconnectModal.razor). Blazor raises one event for every change of state; a circuit that is
// gone ends in a reload, never in a page that looks alive and is not.

const dialog = document.getElementById("components-reconnect-modal");
const unsaved = document.getElementById("reconnect-unsaved");

dialog.addEventListener("components-reconnect-state-changed", (event) => {
  switch (event.detail.state) {
    case "show":
    case "paused":
      open();
      break;
    case "hide":
      restored();
      break;
    case "failed":
      document.addEventListener("visibilitychange", retryWhenVisible);
      break;
    case "rejected":
    case "resume-failed":
      ended();
      break;
  }
});
document.getElementById("components-reconnect-button").addEventListener("click", retry);
document.getElementById("components-resume-button").addEventListener("click", resume);
document.getElementById("reconnect-reload-button").addEventListener("click", () => window.scrBudget.reloadDeliberately());
// Escape would leave the dead page behind the dialog open to typing.
dialog.addEventListener("cancel", (event) => event.preventDefault());

function open() {
  if (!dialog.open) {
    dialog.showModal();
  }
}

function restored() {
  document.removeEventListener("visibilitychange", retryWhenVisible);
  dialog.close();
  window.scrBudget?.resendUnsaved();
}

/** The server holds this page no more. Reload at once, or first show what was typed and not saved. */
function ended() {
  const texts = window.scrBudget?.unsavedTexts() ?? [];
  if (texts.length === 0) {
    window.scrBudget ? window.scrBudget.reloadDeliberately() : location.reload();
    return;
  }
  unsaved.value = texts.join("\n\n");
  dialog.classList.add("sb-reconnect-ended");
  open();
  unsaved.focus();
  unsaved.select();
}

async function retry() {
  document.removeEventListener("visibilitychange", retryWhenVisible);
  try {
    // False: the server was reached and knows the circuit no more; it may still hold its paused state.
    if (await Blazor.reconnect()) {
      restored();
    } else if (await Blazor.resumeCircuit()) {
      restored();
    } else {
      ended();
    }
  } catch {
    // Not reached: the page stays, and tries again when it is looked at.
    document.addEventListener("visibilitychange", retryWhenVisible);
  }
}

async function resume() {
  try {
    if (await Blazor.resumeCircuit()) {
      restored();
    } else {
      ended();
    }
  } catch {
    ended();
  }
}

async function retryWhenVisible() {
  if (document.visibilityState === "visible") {
    await retry();
  }
}
